package io.handsel.partner.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handsel.applications.ApplicationTest;
import io.handsel.audit.AuditEntry;
import io.handsel.audit.AuditTrail;
import io.handsel.audit.CaseReference;
import io.handsel.deals.DealFixtures;
import io.handsel.kernel.CountryCode;
import io.handsel.onboarding.BusinessPlans;
import io.handsel.onboarding.PlanRefusal;
import io.handsel.partner.CompanyProfile;
import io.handsel.partner.CompanyProfiles;
import io.handsel.partner.LocationFacts;
import io.handsel.partner.LocationOutcome;
import io.handsel.partner.LocationRefusal;
import io.handsel.partner.LocationView;
import io.handsel.partner.Locations;
import io.handsel.partner.PartnerLocations;
import io.handsel.partner.PartnerOutcome;
import io.handsel.partner.PartnerRefusal;
import io.handsel.partner.PartnerStanding;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import io.handsel.security.LocationId;
import io.handsel.security.People;
import io.handsel.security.PersonFixtures;
import io.handsel.security.Role;
import io.handsel.security.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A company's locations are kept by its administrators of all of them and by whoever looks after the partner. */
@ApplicationTest
class LocationPagesTests {

    private static final LocationFacts LINZ = new LocationFacts("Linz", CountryCode.of("AT"), "Linz");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DealFixtures deals;

    @Autowired
    PartnerLocations locations;

    @Autowired
    Partners partners;

    @Autowired
    CompanyProfiles companies;

    @Autowired
    BusinessPlans plans;

    @Autowired
    People people;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    PartnerView partner;
    Actor manager;
    Actor admin;

    @BeforeEach
    void a_company() {
        partner = deals.partner();
        manager = deals.actor(partner.manager());
        admin = person(Role.PARTNER_ADMIN, null);
    }

    @Test
    void an_administrator_adds_changes_closes_and_opens_a_location() {
        assertThat(html(get("/partner", admin)).select("#locations").text()).contains("Add or change locations");
        assertThat(post("/partner/locations", admin, Map.of("name", " Linz ", "city", "Linz", "country", "AT")))
                .hasStatus3xxRedirection();
        var linz = only();
        assertThat(linz).extracting(LocationView::name, LocationView::open).containsExactly("Linz", true);
        assertThat(html(get("/partner", admin)).select("#locations").text()).contains("Linz, Austria");

        var page = "/partner/locations/" + linz.id();
        assertThat(html(get(page, admin)).select("input[name=city]").val()).isEqualTo("Linz");
        assertThat(post(
                        page,
                        admin,
                        Map.of("name", "Linz an der Donau", "city", "Linz", "country", "AT", "version", "0")))
                .hasStatus3xxRedirection();
        assertThat(only().name()).isEqualTo("Linz an der Donau");
        assertThat(post(page + "/close", admin, Map.of())).hasStatus3xxRedirection();
        assertThat(only().open()).isFalse();
        assertThat(locations.choices(partner.id())).isEmpty();
        assertThat(post(page + "/open", admin, Map.of())).hasStatus3xxRedirection();
        assertThat(only().open()).isTrue();

        assertThat(audit.of(new CaseReference("partner", partner.id().id())))
                .extracting(AuditEntry::action)
                .containsSubsequence("location-added", "location-changed", "location-closed", "location-opened");
        assertThat(html(get("/partners/" + partner.id() + "/timeline", manager)).text())
                .contains("Location added", "Linz an der Donau");
    }

    @Test
    void whoever_looks_after_the_partner_keeps_them_too_and_another_manager_does_not_find_them() {
        var pages = "/partners/" + partner.id() + "/locations";
        assertThat(html(get("/partners/" + partner.id(), manager))
                        .select("#locations a")
                        .attr("href"))
                .isEqualTo(pages);
        assertThat(post(pages, manager, Map.of("name", "Linz", "city", "Linz", "country", "AT")))
                .hasStatus3xxRedirection();
        var other = people.register(PersonFixtures.someone(Role.MANAGER)).actor();

        assertThat(get(pages, other)).hasStatus(404);
        assertThat(get(pages + "/" + only().id(), other)).hasStatus(404);
        assertThat(get(pages + "/" + only().id(), manager)).hasStatusOk();
        assertThat(refused(locations.add(other, partner.id(), LINZ))).isEqualTo(LocationRefusal.NOT_YOURS);
    }

    @Test
    void what_is_missing_or_taken_is_said_at_its_field() {
        add("Linz");

        assertThat(problems(post("/partner/locations", admin, Map.of("name", "", "city", "", "country", "XX"))))
                .contains("Give the location a name.", "Say in which city it is.");
        assertThat(problems(post("/partner/locations", admin, Map.of("name", "LINZ", "city", "x", "country", "AT"))))
                .anyMatch(text -> text.contains("of this name already"));
        assertThat(problems(post(
                        "/partner/locations", admin, Map.of("name", "x".repeat(101), "city", "x", "country", "AT"))))
                .hasSize(1);
        var graz = add("Graz");
        assertThat(refused(locations.change(admin, partner.id(), graz, LINZ, 0)))
                .isEqualTo(LocationRefusal.NAME_TAKEN);
        assertThat(locations.change(admin, partner.id(), graz, new LocationFacts("graz", CountryCode.of("AT"), "x"), 0))
                .isInstanceOf(LocationOutcome.Done.class);
        assertThatThrownBy(() -> jdbc.sql("update partner_location set name_key = 'linz' where partner_id = ?")
                        .param(partner.id().id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void what_somebody_else_has_changed_is_not_lost() {
        var page = "/partner/locations/" + add("Linz");
        post(page, admin, Map.of("name", "Linz Nord", "city", "Linz", "country", "AT", "version", "0"));

        var late = post(page, admin, Map.of("name", "Linz Süd", "city", "Linz", "country", "AT", "version", "0"));

        assertThat(late).hasStatus(422);
        assertThat(only().name()).isEqualTo("Linz Nord");
        var version = html(late).select("input[name=version]").val();
        post(page, admin, Map.of("name", "Linz Süd", "city", "Linz", "country", "AT", "version", version));
        assertThat(only().name()).isEqualTo("Linz Süd");
    }

    @Test
    void a_location_is_closed_once_nobody_active_is_limited_to_it() {
        var linz = add("Linz");
        var sven = person(Role.PARTNER_SALES, linz);

        var answer = post("/partner/locations/" + linz + "/close", admin, Map.of());

        assertThat(answer).hasStatus(422);
        assertThat(html(answer).select(".problems").text()).contains("limited to this location", sven.name());
        assertThat(only().open()).isTrue();
        people.deactivate(sven.person());
        assertThat(locations.close(admin, partner.id(), linz)).isInstanceOf(LocationOutcome.Done.class);
    }

    @Test
    void an_administrator_of_one_location_reads_the_list_and_changes_nothing_of_the_whole_company() {
        var linz = add("Linz");
        var limited = person(Role.PARTNER_ADMIN, linz);

        var page = html(get("/partner/locations", limited));
        assertThat(page.text()).contains("Linz", "administrators of all locations");
        assertThat(page.select("main form")).isEmpty();
        assertThat(get("/partner/locations/" + linz, limited)).hasStatus(404);
        assertThat(post("/partner/locations", limited, Map.of("name", "Graz", "city", "Graz", "country", "AT")))
                .hasStatus(422);
        assertThat(refused(locations.change(limited, partner.id(), linz, LINZ, 0)))
                .isEqualTo(LocationRefusal.NOT_YOURS);
        assertThat(refused(locations.close(limited, partner.id(), linz))).isEqualTo(LocationRefusal.NOT_YOURS);
        assertThat(refused(locations.reopen(limited, partner.id(), linz))).isEqualTo(LocationRefusal.NOT_YOURS);

        assertThat(companies.change(limited, partner.id(), CompanyProfile.UNKNOWN, -1))
                .isEqualTo(new PartnerOutcome.Refused(PartnerRefusal.NOT_YOURS));
        assertThat(companies.describe(limited, Map.of())).isEqualTo(Optional.of(PartnerRefusal.NOT_YOURS));
        assertThat(plans.send(limited, partner.id(), Map.of())).isEqualTo(Optional.of(PlanRefusal.OF_ONE_LOCATION));
        var company = html(get("/partner/company", limited)).select("main");
        assertThat(company.select("button, input, select"))
                .as("facts to read, no form")
                .isEmpty();
        assertThat(company.text()).contains("belongs to the whole company", "VAT number Not known");
        assertThat(html(get("/partner/company", admin)).select("main button")).isNotEmpty();
        for (var form : List.of("/onboarding/profile", "/onboarding/plan/new")) {
            assertThat(html(get(form, limited)).text()).contains("belongs to the whole company");
            assertThat(html(get(form, limited)).select("main form")).isEmpty();
        }
    }

    @Test
    void who_sells_for_all_of_the_company_changes_nothing_of_it() {
        var sales = person(Role.PARTNER_SALES, null);

        assertThat(refused(locations.add(sales, partner.id(), LINZ))).isEqualTo(LocationRefusal.NOT_YOURS);
        assertThat(companies.change(sales, partner.id(), CompanyProfile.UNKNOWN, -1))
                .isEqualTo(new PartnerOutcome.Refused(PartnerRefusal.NOT_YOURS));
    }

    @Test
    void the_own_page_names_the_people_of_the_own_location_and_of_all() {
        var limited = person(Role.PARTNER_ADMIN, add("Linz"));
        var elsewhere = person(Role.PARTNER_SALES, add("Graz"));

        var page = html(get("/partner", limited)).text();

        assertThat(page).contains(limited.name(), admin.name()).doesNotContain(elsewhere.name());
        assertThat(html(get("/partner", admin)).text()).contains(elsewhere.name());
    }

    @Test
    void another_companys_administrator_finds_nothing_and_an_ended_partner_stays_as_it_is() {
        var linz = add("Linz");
        var other = deals.partner();
        var stranger = people.register(PersonFixtures.someoneOf(other.id().organisation(), Role.PARTNER_ADMIN))
                .actor();

        assertThat(get("/partner/locations/" + linz, stranger)).hasStatus(404);
        assertThat(refused(locations.add(stranger, partner.id(), LINZ))).isEqualTo(LocationRefusal.NOT_YOURS);
        partners.become(manager, partner.id(), PartnerStanding.ENDED);
        assertThat(refused(locations.close(manager, partner.id(), linz))).isEqualTo(LocationRefusal.HAS_ENDED);
    }

    @Test
    void the_database_limits_nobody_to_another_companys_location() {
        var linz = add("Linz");
        var stranger =
                people.register(PersonFixtures.someoneOf(deals.partner().id().organisation()));
        var staff = people.register(PersonFixtures.someone(Role.FINANCE));

        for (var person : List.of(stranger, staff)) {
            assertThatThrownBy(() -> jdbc.sql("update person set location_id = ? where id = ?")
                            .params(linz.id(), person.id().id())
                            .update())
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
        assertThatThrownBy(() -> jdbc.sql("delete from partner_location where id = ?")
                        .param(person(Role.PARTNER_SALES, linz) == null ? null : linz.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private LocationView only() {
        assertThat(locations.of(partner.id())).hasSize(1);
        return locations.of(partner.id()).get(0);
    }

    private LocationId add(String name) {
        return Locations.add(locations, admin, partner.id(), name);
    }

    private Actor person(Role role, @Nullable LocationId location) {
        return people.register(PersonFixtures.someoneOf(partner.id().organisation(), role)
                        .limitedTo(location))
                .actor();
    }

    private static LocationRefusal refused(LocationOutcome outcome) {
        return ((LocationOutcome.Refused) outcome).reason();
    }

    private static List<String> problems(MvcTestResult answer) {
        assertThat(answer).hasStatus(422);
        return html(answer).select(".problems li").eachText();
    }

    private MvcTestResult get(String page, Actor by) {
        return mvc.get()
                .uri(page)
                .header("Accept-Language", "en-GB")
                .with(SignedIn.as(by.person()))
                .exchange();
    }

    private static Document html(MvcTestResult answer) {
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private MvcTestResult post(String page, Actor by, Map<String, String> fields) {
        var request = mvc.post()
                .uri(page)
                .header("Accept-Language", "en-GB")
                .with(SignedIn.as(by.person()))
                .with(SecurityMockMvcRequestPostProcessors.csrf());
        fields.forEach(request::param);
        return request.exchange();
    }
}

package io.handsel.people.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handsel.applications.ApplicationTest;
import io.handsel.audit.AuditEntry;
import io.handsel.audit.AuditTrail;
import io.handsel.audit.CaseReference;
import io.handsel.deals.DealFixtures;
import io.handsel.partner.Locations;
import io.handsel.partner.PartnerLocations;
import io.handsel.partner.PartnerView;
import io.handsel.people.PeopleAdministration;
import io.handsel.people.PersonOutcome;
import io.handsel.people.PersonRefusal;
import io.handsel.security.Actor;
import io.handsel.security.LocationId;
import io.handsel.security.NewPerson;
import io.handsel.security.People;
import io.handsel.security.PersonChange;
import io.handsel.security.PersonDirectory;
import io.handsel.security.PersonFixtures;
import io.handsel.security.PersonId;
import io.handsel.security.PersonNotFound;
import io.handsel.security.Role;
import io.handsel.security.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who may limit whom to a location of the company, and whom somebody finds who is limited. */
@ApplicationTest
class PeopleOfLocationsTests {

    private static final String PAGES = "/partner/people";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DealFixtures deals;

    @Autowired
    PartnerLocations locations;

    @Autowired
    PeopleAdministration administration;

    @Autowired
    PersonDirectory directory;

    @Autowired
    People people;

    @Autowired
    AuditTrail audit;

    PartnerView partner;
    Locations company;
    LocationId linz;
    LocationId graz;
    Actor admin;
    Actor inLinz;
    Actor inGraz;
    Actor adminInLinz;

    @BeforeEach
    void a_company_with_two_locations() {
        partner = deals.partner();
        company = Locations.of(partner, locations, people);
        linz = company.linz();
        graz = company.graz();
        admin = company.admin(null);
        inLinz = company.sales(linz);
        inGraz = company.sales(graz);
        adminInLinz = company.admin(linz);
    }

    @Test
    void an_administrator_invites_somebody_for_one_location() {
        assertThat(html(get(PAGES + "/new", admin))
                        .select("select[name=location] option")
                        .eachText())
                .containsExactly("All locations", "Graz", "Linz");

        assertThat(invite(admin, "lena", linz.toString())).hasStatus3xxRedirection();

        var lena = people.named(signIn("lena")).orElseThrow();
        assertThat(lena.location()).isEqualTo(linz);
        assertThat(audited(lena.id())).containsExactly("invited");
        assertThat(html(get(PAGES + "/" + lena.id(), admin)).select("aside").text())
                .contains("Location Linz");
        assertThat(html(get(PAGES, admin)).text()).contains("Linz", "All locations");
        assertThat(text(get(PAGES + "/export", admin))).contains(",location,", ",Linz,");
    }

    @Test
    void a_company_without_locations_is_asked_for_none() {
        var plain = deals.partner();
        var theirs = people.register(PersonFixtures.someoneOf(plain.id().organisation(), Role.PARTNER_ADMIN))
                .actor();

        assertThat(html(get(PAGES + "/new", theirs)).select("[name=location]")).isEmpty();
        assertThat(html(get(PAGES + "/" + theirs.person(), theirs)).text()).doesNotContain("Location");
    }

    @Test
    void an_administrator_of_one_location_finds_its_people_only() {
        var page = html(get(PAGES, adminInLinz)).select("tbody").text();

        assertThat(page).contains(inLinz.name(), adminInLinz.name()).doesNotContain(inGraz.name(), admin.name());
        for (var hidden : Set.of(inGraz.person(), admin.person())) {
            assertThat(get(PAGES + "/" + hidden, adminInLinz)).hasStatus(404);
            assertThat(post(PAGES + "/" + hidden + "/deactivate", adminInLinz, Map.of()))
                    .hasStatus(404);
            assertThatThrownBy(() -> administration.history(adminInLinz, hidden))
                    .isInstanceOf(PersonNotFound.class);
            assertThatThrownBy(() -> administration.change(adminInLinz, hidden, limiting(hidden, linz)))
                    .isInstanceOf(PersonNotFound.class);
        }
        assertThat(text(get(PAGES + "/export", adminInLinz))).doesNotContain(inGraz.name());
        assertThat(html(get(PAGES, admin)).select("tbody").text()).contains(inGraz.name(), inLinz.name());
    }

    @Test
    void an_administrator_of_one_location_widens_nobody() {
        assertThat(html(get(PAGES + "/new", adminInLinz)).select("[name=location]"))
                .isEmpty();
        assertThat(html(get(PAGES + "/" + inLinz.person(), adminInLinz)).select("[name=location]"))
                .isEmpty();
        for (var wish : Set.of("", graz.toString())) {
            assertThat(invite(adminInLinz, "w" + wish.length(), wish)).hasStatus3xxRedirection();
            assertThat(people.named(signIn("w" + wish.length())).orElseThrow().location())
                    .isEqualTo(linz);
        }
        for (var somebody : Set.of(inLinz.person(), adminInLinz.person())) {
            assertThat(administration.change(adminInLinz, somebody, limiting(somebody, null)))
                    .isInstanceOf(PersonOutcome.Done.class);
            assertThat(people.get(somebody).location()).isEqualTo(linz);
        }
    }

    @Test
    void a_change_of_location_is_written_down() {
        assertThat(administration.change(admin, inLinz.person(), limiting(inLinz.person(), graz)))
                .isInstanceOf(PersonOutcome.Done.class);

        assertThat(people.get(inLinz.person()).location()).isEqualTo(graz);
        var entry = audit.of(new CaseReference("person", inLinz.person().id())).get(0);
        assertThat(entry.action()).isEqualTo("location-changed");
        assertThat(entry.details()).isEqualTo(Map.of("from", "Linz", "to", "Graz"));
    }

    @Test
    void nobody_comes_to_a_closed_location_or_to_one_of_another_company() {
        var foreign = Locations.of(deals.partner(), locations, people).linz();
        var operator = people.register(PersonFixtures.someone(Role.OPERATOR)).actor();
        people.deactivate(inGraz.person());
        locations.close(admin, partner.id(), graz);

        for (var by : Set.of(admin, operator)) {
            assertThat(administration.change(by, inLinz.person(), limiting(inLinz.person(), foreign)))
                    .isEqualTo(new PersonOutcome.Refused(PersonRefusal.LOCATION_UNKNOWN));
            assertThat(administration.change(by, inLinz.person(), limiting(inLinz.person(), graz)))
                    .isEqualTo(new PersonOutcome.Refused(PersonRefusal.LOCATION_CLOSED));
            assertThat(administration.invite(by, wish().limitedTo(foreign)))
                    .isEqualTo(new PersonOutcome.Refused(PersonRefusal.LOCATION_UNKNOWN));
            assertThat(administration.invite(by, wish().limitedTo(graz)))
                    .isEqualTo(new PersonOutcome.Refused(PersonRefusal.LOCATION_CLOSED));
            assertThat(administration.activate(by, inGraz.person()))
                    .isEqualTo(new PersonOutcome.Refused(PersonRefusal.LOCATION_CLOSED));
        }
        var staff = PersonFixtures.someone(Role.FINANCE).limitedTo(linz);
        assertThat(administration.invite(operator, staff))
                .isEqualTo(new PersonOutcome.Refused(PersonRefusal.LOCATION_UNKNOWN));
        assertThat(html(post(PAGES + "/" + inLinz.person(), admin, Map.of("location", "x")))
                        .select(".problems")
                        .text())
                .contains("no such location");
        // Who is there already stays there until somebody says otherwise.
        assertThat(html(get(PAGES + "/" + inGraz.person(), admin))
                        .select("select[name=location] [selected]")
                        .text())
                .isEqualTo("Graz");
    }

    @Test
    void the_last_administrator_of_all_locations_stays_that() {
        var refused = new PersonOutcome.Refused(PersonRefusal.LAST_OF_ALL_LOCATIONS);
        people.register(wish().withPassword(PersonFixtures.PASSWORD)); // sales, of all locations
        people.deactivate(company.admin(null).person());
        people.register(NewPerson.ofPartner(
                partner.id().organisation(),
                signIn("invited"),
                "Invited",
                wish().email(),
                Role.PARTNER_ADMIN)); // has chosen no password yet

        assertThat(administration.change(admin, admin.person(), limiting(admin.person(), linz)))
                .isEqualTo(refused);
        var operator = people.register(PersonFixtures.someone(Role.OPERATOR)).actor();
        assertThat(administration.change(operator, admin.person(), limiting(admin.person(), linz)))
                .isEqualTo(refused);

        var another = company.admin(null);
        assertThat(administration.change(another, admin.person(), limiting(admin.person(), linz)))
                .isInstanceOf(PersonOutcome.Done.class);
    }

    @Test
    void an_operator_lets_even_the_last_administrator_of_all_locations_go_and_invites_the_next() {
        var operator = people.register(PersonFixtures.someone(Role.OPERATOR)).actor();

        assertThat(administration.deactivate(admin, admin.person()))
                .isEqualTo(new PersonOutcome.Refused(PersonRefusal.YOURSELF));
        assertThat(administration.deactivate(operator, admin.person())).isInstanceOf(PersonOutcome.Done.class);

        assertThat(people.administratorsOf(partner.id().organisation())).isEmpty();
        var next = NewPerson.ofPartner(
                partner.id().organisation(), signIn("next"), "Nora", wish().email(), Role.PARTNER_ADMIN);
        assertThat(administration.invite(operator, next)).isInstanceOf(PersonOutcome.Done.class);
        assertThat(people.administratorsOf(partner.id().organisation())).hasSize(1);
    }

    @Test
    void an_operator_limits_somebody_on_the_page_of_the_partners_people() {
        var operator = people.register(PersonFixtures.someone(Role.OPERATOR)).actor();
        var pages = "/operations/people";

        assertThat(html(get(pages + "/new?partner=" + partner.id().organisation(), operator))
                        .select("select[name=location] option")
                        .eachText())
                .containsExactly("All locations", "Graz", "Linz");
        assertThat(html(get(pages + "/new", operator)).select("[name=location]"))
                .isEmpty();
        assertThat(html(get(pages + "/" + inLinz.person(), operator))
                        .select("aside")
                        .text())
                .contains("Location Linz");
    }

    private MvcTestResult invite(Actor by, String name, String location) {
        var fields = new LinkedHashMap<>(Map.of(
                "name",
                name,
                "signInName",
                signIn(name),
                "email",
                name + "@partner.example",
                "roles",
                "PARTNER_SALES",
                "language",
                "en",
                "zone",
                "Europe/Vienna"));
        fields.put("location", location);
        return post(PAGES, by, fields);
    }

    /** A sign-in name nobody of another test has. */
    private String signIn(String name) {
        return name + "-" + partner.id();
    }

    private NewPerson wish() {
        return PersonFixtures.someoneOf(partner.id().organisation());
    }

    private PersonChange limiting(PersonId id, @Nullable LocationId location) {
        return PersonFixtures.limiting(directory.get(id), location);
    }

    private Iterable<String> audited(PersonId id) {
        return audit.of(new CaseReference("person", id.id())).stream()
                .map(AuditEntry::action)
                .toList();
    }

    private MvcTestResult get(String page, Actor by) {
        return mvc.get()
                .uri(page)
                .header("Accept-Language", "en-GB")
                .with(SignedIn.as(by.person()))
                .exchange();
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static Document html(MvcTestResult answer) {
        return Jsoup.parse(text(answer));
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

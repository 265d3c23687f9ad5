package io.handsel.partner.web;

import static io.handsel.partner.PartnerFixtures.aPartner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.handsel.CompanyNames;
import io.handsel.partner.PartnerFilter;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerList;
import io.handsel.partner.PartnerStanding;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import io.handsel.security.People;
import io.handsel.security.PersonFixtures;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.security.SignedIn;
import io.handsel.territory.Territories;
import io.handsel.territory.TerritoryFixtures;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("test")
class PartnerRecordPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Partners partners;

    @Autowired
    PartnerList list;

    @Autowired
    Territories territories;

    @Autowired
    People people;

    private PersonView manager;
    private PersonView operator;
    private String mark;

    @BeforeEach
    void staff() {
        mark = CompanyNames.mark();
        manager = people.register(PersonFixtures.someone(Role.MANAGER));
        operator = people.register(PersonFixtures.someone(Role.OPERATOR));
    }

    @Test
    void a_manager_registers_a_partner_that_can_sell_at_once() throws Exception {
        var germany = TerritoryFixtures.germany().registeredIn(territories, people);
        var wish = wish(Map.of(
                "productLines",
                "Security, backup ,",
                "territories",
                germany.id().toString()));

        var answer = post(manager, "/partners", wish);

        assertThat(answer).redirectedUrl().endsWith("?said=partner.said.registered");
        var partner = registered();
        assertThat(partner.standing()).isEqualTo(PartnerStanding.ACTIVE);
        assertThat(partner.manager()).isEqualTo(manager.id());
        assertThat(partner.productLines()).containsExactlyInAnyOrder("security", "backup");
        assertThat(partner.territories()).containsExactly(germany.id());
        assertThat(read(manager, "/partners/" + partner.id())
                        .select(".timeline")
                        .text())
                .contains("Registered", "Active", manager.name());
    }

    @Test
    void the_form_begins_with_what_is_most_often_right() throws Exception {
        var page = read(manager, "/partners/new");

        assertThat(page.select("#manager option[selected]").text()).isEqualTo(manager.name());
        assertThat(page.select("#standing option[selected]").val()).isEqualTo("ACTIVE");
    }

    @Test
    void keeps_what_was_typed_and_says_at_each_field_what_is_wrong() throws Exception {
        var page = refused(post(
                manager,
                "/partners",
                Map.of(
                        "name", " ",
                        "type", "Re seller",
                        "tier", "gold!",
                        "region", "",
                        "zone", "Europe/Nowhere",
                        "currency", "EURO",
                        "productLines", "a b",
                        "territories", "nonsense",
                        "manager", "",
                        "standing", "ENDED")));

        for (var field : List.of(
                "name",
                "type",
                "tier",
                "region",
                "language",
                "zone",
                "currency",
                "serviceLevel",
                "productLines",
                "territories",
                "manager",
                "standing")) {
            assertThat(page.select(".wrong #" + field + ", #" + field + ".wrong"))
                    .as(field)
                    .hasSize(1);
        }
        assertThat(page.select("#currency").val()).isEqualTo("EURO");
    }

    @Test
    void says_it_in_german_too() throws Exception {
        var german = people.register(PersonFixtures.someone(Role.MANAGER).speaking(Locale.GERMAN));

        assertThat(refused(post(german, "/partners", wish(Map.of("currency", "EURO"))))
                        .select("#currency-error")
                        .text())
                .isEqualTo("Geben Sie die drei Buchstaben einer Währung an, etwa EUR.");
    }

    @Test
    void every_partner_has_a_manager_who_is_one() throws Exception {
        var gone = people.register(PersonFixtures.someone(Role.MANAGER));
        people.deactivate(gone.id());

        for (var nobody : List.of(operator.id(), gone.id(), UUID.randomUUID())) {
            assertThat(refused(post(operator, "/partners", wish(Map.of("manager", nobody.toString()))))
                            .select("#manager-error")
                            .text())
                    .contains("still active");
        }
    }

    @Test
    void of_two_who_change_a_partner_the_second_is_told_and_keeps_the_entry() throws Exception {
        var partner = aPartner().named("Old " + mark).managedBy(manager.id()).activeIn(partners, people);
        var page = "/partners/" + partner.id();
        var version =
                read(manager, page + "/edit").select("input[name=version]").val();
        assertThat(post(manager, page, wish(Map.of("name", "First " + mark, "version", version))))
                .redirectedUrl()
                .endsWith("?said=partner.said.changed");

        var second = wish(Map.of("name", "Second " + mark, "version", version));
        var told = refused(post(operator, page, second));

        assertThat(told.select(".problems").text()).contains("Somebody else has changed this partner meanwhile");
        assertThat(told.select("form .card").text()).contains("First " + mark);
        assertThat(told.select("#name").val()).isEqualTo("Second " + mark);
        assertThat(partners.get(partner.id()).name()).isEqualTo("First " + mark);
        second.put("version", told.select("input[name=version]").val());
        assertThat(post(operator, page, second)).hasStatus3xxRedirection();
        assertThat(partners.get(partner.id()).name()).isEqualTo("Second " + mark);
    }

    @Test
    void another_manager_changes_nothing() throws Exception {
        var partner = aPartner().named("Mine " + mark).managedBy(manager.id()).activeIn(partners, people);
        var other = people.register(PersonFixtures.someone(Role.MANAGER));
        var page = "/partners/" + partner.id();

        assertThat(read(other, page).select("a[href$=/edit], a[href$=/standing]"))
                .isEmpty();
        assertThat(refused(post(other, page, wish(Map.of("version", "3")))).text())
                .contains("Only the manager, a director or an operator");
        assertThat(refused(post(other, page + "/standing", Map.of("standing", "ENDED", "reason", "Mine.")))
                        .text())
                .contains("Only the manager, a director or an operator");
        assertThat(partners.get(partner.id())).isEqualTo(partner);
    }

    @Test
    void the_people_of_a_suspended_partner_read_and_do_nothing_until_it_is_taken_up_again() throws Exception {
        var partner = aPartner().managedBy(manager.id()).activeIn(partners, people);
        var ana = people.register(
                PersonFixtures.someoneOf(partner.id().organisation(), Role.PARTNER_ADMIN, Role.PARTNER_SALES));
        var reservation = Map.of("customer", CompanyNames.next(), "website", mark + ".de", "country", "DE");

        become(partner, "SUSPENDED");

        assertThat(read(ana, "/home").text()).contains("Your company is suspended");
        assertThat(mvc.get().uri("/deals").with(SignedIn.as(ana))).hasStatusOk();
        for (var path : List.of("/accounts/reserve", "/deals/new", "/partner/people", "/cases/start/anything")) {
            assertThat(post(ana, path, reservation))
                    .as(path)
                    .hasStatus(403)
                    .bodyText()
                    .contains("nothing was saved");
        }
        assertThat(post(ana, "/profile/preferences", Map.of("language", "en", "zone", "Europe/Rome")))
                .hasStatus3xxRedirection();

        become(partner, "ACTIVE");
        assertThat(post(ana, "/accounts/reserve", reservation)).hasStatus3xxRedirection();
    }

    @Test
    void nobody_signs_in_for_a_partner_that_has_ended() throws Exception {
        var partner = aPartner().managedBy(manager.id()).activeIn(partners, people);
        var ana = people.register(PersonFixtures.someoneOf(partner.id().organisation()));

        become(partner, "ENDED");

        assertThat(people.get(ana.id()).active()).isFalse();
        assertThat(partners.get(partner.id()).manager()).isEqualTo(manager.id());
        assertThat(read(manager, "/partners/" + partner.id() + "/standing").text())
                .contains("This partnership has ended");
        assertThat(refused(post(
                                manager,
                                "/partners/" + partner.id() + "/standing",
                                Map.of("standing", "ACTIVE", "reason", "Again.")))
                        .text())
                .contains("This partnership has ended");
    }

    @Test
    void whoever_still_has_access_after_the_end_reads_and_does_nothing() throws Exception {
        var partner = aPartner().managedBy(manager.id()).activeIn(partners, people);
        var ana = people.register(PersonFixtures.someoneOf(partner.id().organisation(), Role.PARTNER_SALES));
        var page = "/partners/" + partner.id() + "/standing";
        for (var wrong : List.of("soon", "2020-01-01", "9999-12-31")) {
            var ending = Map.of("standing", "ENDED", "reason", "Why.", "lastDay", wrong);
            assertThat(refused(post(manager, page, ending))
                            .select("#lastDay-error")
                            .text())
                    .contains("from today on");
        }
        var tomorrow = LocalDate.now(ZoneId.of("Europe/Berlin")).plusDays(1).toString();

        assertThat(post(manager, page, Map.of("standing", "ENDED", "reason", "Why.", "lastDay", tomorrow)))
                .hasStatus3xxRedirection();

        assertThat(read(ana, "/home").text()).contains("The partnership with your company has ended");
        var customer = Map.of("customer", CompanyNames.next(), "website", mark + ".de", "country", "DE");
        assertThat(post(ana, "/accounts/reserve", customer))
                .hasStatus(403)
                .bodyText()
                .contains("nothing was saved");
    }

    @Test
    void a_standing_changes_step_by_step_and_for_a_reason() throws Exception {
        var partner = aPartner().managedBy(manager.id()).registeredIn(partners, people);
        var page = "/partners/" + partner.id() + "/standing";

        assertThat(read(manager, page).select("input[name=standing]").eachAttr("value"))
                .containsExactly("APPLICANT", "ENDED");
        assertThat(refused(post(manager, page, Map.of("standing", "ACTIVE", "reason", "Now.")))
                        .select("#standing .error")
                        .text())
                .contains("cannot become this");
        assertThat(refused(post(manager, page, Map.of("standing", "APPLICANT", "reason", " ")))
                        .select("#reason-error")
                        .text())
                .contains("Say why");
        assertThat(partners.get(partner.id()).standing()).isEqualTo(PartnerStanding.CANDIDATE);
    }

    @Test
    void what_is_open_is_named_and_decided_one_by_one_or_all_at_once() throws Exception {
        var partner = aPartner().managedBy(manager.id()).activeIn(partners, people);
        var ana = people.register(PersonFixtures.someoneOf(partner.id().organisation(), Role.PARTNER_SALES));
        var page = "/partners/" + partner.id() + "/standing";
        assertThat(read(manager, page).select("tbody")).isEmpty();
        var customers = List.of(CompanyNames.next(), CompanyNames.next());
        for (var customer : customers) {
            var website = customer.toLowerCase(Locale.ROOT).replace(' ', '-') + ".de";
            var reservation = Map.of("customer", customer, "website", website, "country", "DE");
            assertThat(post(ana, "/accounts/reserve", reservation)).hasStatus3xxRedirection();
        }
        var open = read(manager, page);
        assertThat(open.select("tbody tr").eachText())
                .hasSize(2)
                .anySatisfy(row -> assertThat(row).contains(customers.get(0), "Reservation"));
        var first = open.select("tbody select").first().attr("name");

        var wrong = refused(post(manager, page, Map.of("standing", "ENDED", "reason", "Why.", first, "RELEASE")));
        assertThat(wrong.select("tbody .wrong .error").text()).isEqualTo("Say what becomes of this.");
        assertThat(wrong.select("select[name=" + first + "] option[selected]").val())
                .isEqualTo("RELEASE");
        assertThat(wrong.select("#reason").val()).isEqualTo("Why.");

        assertThat(post(manager, page, Map.of("standing", "ENDED", "reason", "Why.", first, "RELEASE", "rest", "KEEP")))
                .hasStatus3xxRedirection();
        assertThat(partners.get(partner.id()).standing()).isEqualTo(PartnerStanding.ENDED);
    }

    @Test
    void what_is_not_there_is_not_found() {
        for (var page : List.of("/edit", "/standing")) {
            assertThat(mvc.get().uri("/partners/" + PartnerId.create() + page).with(SignedIn.as(manager)))
                    .hasStatus(404);
        }
        assertThat(post(manager, "/partners/" + PartnerId.create(), wish(Map.of())))
                .hasStatus(404);
    }

    private void become(PartnerView partner, String standing) {
        assertThat(post(
                        manager,
                        "/partners/" + partner.id() + "/standing",
                        Map.of("standing", standing, "reason", "Because of " + mark)))
                .redirectedUrl()
                .endsWith("?said=partner.said.standing");
    }

    private PartnerView registered() {
        var search = new PartnerFilter(mark, null, null, null, PartnerFilter.Order.NAME, false, null);
        var rows = list.page(search, 2).rows();
        assertThat(rows).hasSize(1);
        return partners.get(rows.get(0).id());
    }

    private Map<String, String> wish(Map<String, String> more) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "name", "Northwind " + mark,
                "type", "reseller",
                "tier", "gold",
                "region", "emea",
                "language", "en",
                "zone", "Europe/Berlin",
                "currency", "eur",
                "serviceLevel", "standard",
                "manager", manager.id().toString(),
                "standing", "ACTIVE"));
        fields.putAll(more);
        return fields;
    }

    private MvcTestResult post(PersonView by, String path, Map<String, String> fields) {
        var request = mvc.post().uri(path).with(csrf()).with(SignedIn.as(by.id()));
        request.param("_once", UUID.randomUUID().toString());
        fields.forEach(request::param);
        return request.exchange();
    }

    private Document read(PersonView by, String address) throws Exception {
        var answer = mvc.get().uri(address).with(SignedIn.as(by.id())).exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }

    private static Document refused(MvcTestResult answer) throws Exception {
        assertThat(answer).hasStatus(422);
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}

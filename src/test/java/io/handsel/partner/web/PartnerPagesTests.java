package io.handsel.partner.web;

import static io.handsel.partner.PartnerFixtures.aManager;
import static io.handsel.partner.PartnerFixtures.aPartner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.handsel.CompanyNames;
import io.handsel.kernel.Period;
import io.handsel.partner.PartnerCare;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import io.handsel.security.People;
import io.handsel.security.PersonFixtures;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.security.SignedIn;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
class PartnerPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Partners partners;

    @Autowired
    PartnerCare care;

    @Autowired
    People people;

    @Autowired
    Clock clock;

    private PersonView manager;
    private PersonView other;
    private PartnerView partner;
    private String mark;

    @BeforeEach
    void a_partner_with_a_manager() {
        mark = CompanyNames.mark();
        manager = aManager(people);
        other = aManager(people);
        partner = aPartner().named("Northwind " + mark).managedBy(manager.id()).activeIn(partners, people);
    }

    @Test
    void lists_partners_by_part_of_their_name_with_their_manager() throws Exception {
        aPartner().named("Elsewhere").registeredIn(partners, people);

        var page = read("/partners?search=" + mark.toUpperCase(Locale.ROOT));

        assertThat(page.select("tbody tr")).hasSize(1);
        assertThat(page.select("tbody tr").text())
                .contains("Northwind " + mark)
                .contains("Active")
                .contains(manager.name());
    }

    @Test
    void filters_by_tier_standing_and_whose() throws Exception {
        var silver = aPartner().named("Silver " + mark).inTier("silver").registeredIn(partners, people);

        assertThat(names("/partners?search=" + mark + "&tier=silver")).containsExactly(silver.name());
        assertThat(names("/partners?search=" + mark + "&standing=CANDIDATE")).containsExactly(silver.name());
        assertThat(names("/partners?search=" + mark + "&whose=mine")).containsExactly(partner.name());
        assertThat(read("/partners?search=nobody-" + mark).text()).contains("No partner fits");
    }

    @Test
    void sorts_both_ways_and_goes_on_page_by_page_without_losing_or_repeating_one() throws Exception {
        for (int number = 100; number < 160; number++) {
            aPartner()
                    .named("P" + number + " " + mark)
                    .inTier(number % 2 == 0 ? "gold" : "silver")
                    .managedBy(manager.id())
                    .registeredIn(partners, people);
        }

        for (var sort : List.of("name", "-name", "tier", "-tier", "standing")) {
            var seen = new ArrayList<String>();
            var address = "/partners?search=" + mark + "&sort=" + sort;
            for (var next = address; !next.isEmpty(); ) {
                var page = read(next);
                page.select("tbody a").eachText().forEach(seen::add);
                next = page.select("a[rel=next]").attr("href");
            }

            assertThat(seen).as(sort).hasSize(61).doesNotHaveDuplicates();
        }
        assertThat(names("/partners?search=" + mark + "&sort=-name")).startsWith("P159 " + mark);
    }

    @Test
    void a_cursor_that_is_none_starts_the_list_again() throws Exception {
        assertThat(names("/partners?search=" + mark + "&after=nonsense~here")).containsExactly(partner.name());
        assertThat(names("/partners?search=" + mark + "&sort=whatever&standing=UNHEARD_OF"))
                .containsExactly(partner.name());
    }

    @Test
    void exports_the_list_without_formulas() throws Exception {
        aPartner().named("=1+1 \"" + mark + "\"").registeredIn(partners, people);

        var export = asManager("/partners/export?search=" + mark);

        assertThat(export)
                .hasStatusOk()
                .headers()
                .hasValue("Content-Disposition", "attachment; filename=\"partners.csv\"");
        assertThat(export)
                .bodyText()
                .contains("\"'=1+1 \"\"" + mark + "\"\"\",reseller")
                .contains(partner.name());
    }

    @Test
    void shows_a_partner_with_its_people() throws Exception {
        var ana = people.register(PersonFixtures.someoneOf(partner.id().organisation(), Role.PARTNER_SALES));

        assertThat(read("/partners/" + partner.id()).text())
                .contains(partner.name())
                .contains("gold")
                .contains(ana.name())
                .contains(manager.name());
    }

    @Test
    void an_id_that_is_unknown_or_none_is_not_found() {
        assertThat(asManager("/partners/" + UUID.randomUUID())).hasStatus(404);
        assertThat(asManager("/partners/nonsense")).hasStatus(404);
    }

    @Test
    void a_manager_arranges_a_substitute_by_days_both_included() throws Exception {
        var first = today().plusDays(3);

        assertThat(post("/substitutions", manager, "substitute", other.id(), "from", first, "until", first.plusDays(1)))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .endsWith("?said=partner.said.substituted");

        var start = first.atStartOfDay(ZoneOffset.UTC).toInstant();
        assertThat(care.managerOf(partner.id(), start)).isEqualTo(other.id());
        assertThat(care.managerOf(partner.id(), start.plus(Duration.ofHours(47))))
                .isEqualTo(other.id());
        assertThat(care.managerOf(partner.id(), start.plus(Duration.ofHours(48))))
                .isEqualTo(manager.id());
    }

    @Test
    void keeps_what_was_typed_and_says_what_is_wrong_at_the_field() throws Exception {
        var answer = post("/substitutions", manager, "substitute", "", "from", "2030-05-10", "until", "2030-05-03");

        var page = parse(answer);
        assertThat(page.select("#substitute-error").text()).isEqualTo("Choose who stands in.");
        assertThat(page.select("#until-error").text()).contains("cannot come before");
        assertThat(page.select("#from").val()).isEqualTo("2030-05-10");
        assertThat(care.substitutionsOf(manager.id())).isEmpty();
    }

    @Test
    void says_why_a_substitution_is_refused() throws Exception {
        assertThat(parse(post(
                                "/substitutions",
                                manager,
                                "substitute",
                                manager.id(),
                                "from",
                                "2030-05-03",
                                "until",
                                "2030-05-10"))
                        .select(".problems")
                        .text())
                .contains("Nobody can stand in for themselves");
    }

    @Test
    void another_manager_cannot_arrange_it_and_sees_no_form() throws Exception {
        var page = parse(mvc.get()
                .uri("/partners/" + partner.id())
                .with(SignedIn.as(other))
                .exchange());
        assertThat(page.select("form[method=post][action^=/partners]:not([action$=contacts])"))
                .isEmpty();

        post("/substitutions", other, "substitute", other.id(), "from", "2030-05-03", "until", "2030-05-10");
        post("/manager", other, "manager", other.id());

        assertThat(care.substitutionsOf(manager.id())).isEmpty();
        assertThat(partners.get(partner.id()).manager()).isEqualTo(manager.id());
    }

    @Test
    void a_director_hands_a_partner_over() {
        var director = people.register(PersonFixtures.someone(Role.DIRECTOR));

        assertThat(post("/manager", director, "manager", other.id())).hasStatus3xxRedirection();
        assertThat(partners.get(partner.id()).manager()).isEqualTo(other.id());
        assertThat(post("/manager", director, "manager", "nobody"))
                .hasStatus(422)
                .bodyText()
                .contains("still active");
    }

    @Test
    void the_administrator_sees_the_own_company_and_nothing_of_others() throws Exception {
        var admin = people.register(PersonFixtures.someoneOf(partner.id().organisation(), Role.PARTNER_ADMIN));

        assertThat(parse(mvc.get().uri("/partner").with(SignedIn.as(admin)).exchange())
                        .select("h1")
                        .text())
                .isEqualTo(partner.name());
        assertThat(mvc.get().uri("/partners/" + partner.id()).with(SignedIn.as(admin)))
                .hasStatus(403);
        assertThat(mvc.get().uri("/partners").with(SignedIn.as(admin))).hasStatus(403);
    }

    @Test
    void the_home_page_shows_the_manager_and_who_stands_in_until_when() throws Exception {
        var ana = people.register(PersonFixtures.someoneOf(partner.id().organisation(), Role.PARTNER_SALES));
        care.substitute(manager.actor(), manager.id(), other.id(), Period.of(Duration.ofDays(7), clock.instant()));

        var card = parse(mvc.get().uri("/home").with(SignedIn.as(ana)).exchange())
                .select("section.card:contains(My manager)");

        assertThat(card.text()).contains(manager.name(), "Back on", "Until then: " + other.name());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private List<String> names(String address) throws Exception {
        return read(address).select("tbody a").eachText();
    }

    private Document read(String address) throws Exception {
        return parse(asManager(address));
    }

    private MvcTestResult asManager(String address) {
        return mvc.get().uri(URI.create(address)).with(SignedIn.as(manager)).exchange();
    }

    private MvcTestResult post(String path, PersonView by, Object... values) {
        var request =
                mvc.post().uri("/partners/" + partner.id() + path).with(csrf()).with(SignedIn.as(by));
        request.param("_once", UUID.randomUUID().toString());
        for (int at = 0; at < values.length; at += 2) {
            request.param(values[at].toString(), values[at + 1].toString());
        }
        return request.exchange();
    }

    private static Document parse(MvcTestResult answer) throws Exception {
        assertThat(answer).hasStatus2xxSuccessful();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}

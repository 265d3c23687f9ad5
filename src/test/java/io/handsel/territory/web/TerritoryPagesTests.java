package io.handsel.territory.web;

import static io.handsel.territory.TerritoryFixtures.territory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.handsel.kernel.CountryCode;
import io.handsel.security.People;
import io.handsel.security.PersonFixtures;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.security.SignedIn;
import io.handsel.territory.CustomerPlace;
import io.handsel.territory.Territories;
import io.handsel.territory.TerritoryAssignment;
import io.handsel.territory.TerritoryView;
import java.time.DayOfWeek;
import java.util.Map;
import java.util.TreeMap;
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
class TerritoryPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Territories territories;

    @Autowired
    People people;

    private TerritoryView germany;
    private PersonView operator;
    private PersonView manager;

    @BeforeEach
    void germany_and_an_operator() {
        var code = "germany-" + UUID.randomUUID();
        germany = territory(code, "Germany", "DE", "Europe/Berlin", "EUR").registeredIn(territories, people);
        operator = people.register(PersonFixtures.someone(Role.OPERATOR));
        manager = people.register(PersonFixtures.someone(Role.MANAGER));
    }

    @Test
    void shows_the_tree_with_who_answers_and_when_people_work() throws Exception {
        var page =
                parse(mvc.get().uri("/territories").with(SignedIn.as(manager)).exchange());

        assertThat(page.select("tbody").text())
                .contains("Germany")
                .contains("Mon–Fri 09:00–17:00")
                .contains("Europe/Berlin");
        assertThat(page.select("tbody a")).isEmpty();
    }

    @Test
    void an_operator_changes_manager_hours_and_holidays() {
        var answer = send(changed(Map.of(
                "manager", manager.id().toString(), "friday", "", "monday", "08:30 - 12:00", "subdivision", "by")));

        assertThat(answer)
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .isEqualTo("/territories?said=territory.said.changed");
        var now = territories.get(germany.id());
        assertThat(now.manager()).isEqualTo(manager.id());
        assertThat(now.subdivision()).isEqualTo("BY");
        assertThat(now.week().on(DayOfWeek.FRIDAY)).isEmpty();
        assertThat(now.week().written()).startsWith("MONDAY 08:30-12:00, TUESDAY 09:00-17:00");
    }

    @Test
    void says_at_the_field_what_is_wrong_and_keeps_what_was_typed() throws Exception {
        var page = parse(send(changed(Map.of(
                "name", " ",
                "manager", UUID.randomUUID().toString(),
                "zone", "Berlin",
                "tuesday", "17:00-09:00",
                "wednesday", "nine to five",
                "subdivision", "ZZ"))));

        for (var field : new String[] {"name", "manager", "zone", "tuesday", "wednesday", "subdivision"}) {
            assertThat(page.select("#" + field + "-error").text()).as(field).isNotBlank();
        }
        assertThat(page.select("#wednesday").val()).isEqualTo("nine to five");
    }

    @Test
    void a_week_without_work_is_refused() throws Exception {
        var page = parse(
                send(changed(Map.of("monday", "", "tuesday", "", "wednesday", "", "thursday", "", "friday", ""))));

        assertThat(page.select("#monday-error").text()).contains("At least one day");
    }

    @Test
    void only_an_operator_changes_and_an_unknown_territory_is_not_found() {
        assertThat(mvc.get().uri("/territories/" + germany.id()).with(SignedIn.as(manager)))
                .hasStatus(403);
        assertThat(mvc.get().uri("/territories/" + UUID.randomUUID()).with(SignedIn.as(operator)))
                .hasStatus(404);
        assertThat(mvc.get().uri("/territories/nonsense").with(SignedIn.as(operator)))
                .hasStatus(404);
        assertThat(mvc.get().uri("/territories/" + germany.id()).with(SignedIn.as(operator)))
                .hasStatusOk()
                .bodyText()
                .contains("09:00-17:00");
    }

    @Test
    void an_operator_makes_a_territory_and_customers_belong_to_it() throws Exception {
        var director = people.register(PersonFixtures.someone(Role.DIRECTOR));
        var wish = changed(Map.of(
                "code",
                "france",
                "name",
                "France " + germany.code(),
                "currency",
                "eur",
                "manager",
                manager.id().toString(),
                "director",
                director.id().toString(),
                "parent",
                germany.id().toString()));

        assertThat(register(wish)).redirectedUrl().isEqualTo("/territories?said=territory.said.registered");

        var france = territories.withCode("france").orElseThrow();
        assertThat(france.parent()).isEqualTo(germany.id());
        assertThat(territories.assign(CustomerPlace.in(CountryCode.of("FR"))))
                .isEqualTo(new TerritoryAssignment.Assigned(france));
        assertThat(parse(register(wish)).select("#code-error").text()).contains("already");
    }

    @Test
    void a_new_territory_says_at_the_field_what_is_wrong() throws Exception {
        var page = parse(register(changed(Map.of(
                "code",
                "Ger many",
                "currency",
                "EURO",
                "parent",
                UUID.randomUUID().toString(),
                "country",
                "XX"))));

        for (var field : new String[] {"code", "currency", "country"}) {
            assertThat(page.select("#" + field + "-error").text()).as(field).isNotBlank();
        }
        assertThat(page.select("#code").val()).isEqualTo("Ger many");
        assertThat(register(changed(Map.of()))).hasStatus(422);
        assertThat(mvc.get().uri("/territories/new").with(SignedIn.as(manager))).hasStatus(403);
    }

    @Test
    void the_list_says_which_territories_no_rule_leads_to_and_which_are_missing() throws Exception {
        var page =
                parse(mvc.get().uri("/territories").with(SignedIn.as(operator)).exchange());

        assertThat(page.select("tr:contains(" + germany.code() + ")").text()).contains("no rule leads customers here");
        assertThat(page.select("main > .flash").text()).contains("also knows", "united-kingdom");
        assertThat(parse(mvc.get()
                                .uri("/territories/new")
                                .with(SignedIn.as(operator))
                                .exchange())
                        .select("#codes option")
                        .eachAttr("value"))
                .contains("world", "united-kingdom");
    }

    private MvcTestResult register(Map<String, String> values) {
        var request = mvc.post()
                .uri("/territories")
                .with(csrf())
                .with(SignedIn.as(operator))
                .param("_once", UUID.randomUUID().toString());
        values.forEach(request::param);
        return request.exchange();
    }

    private Map<String, String> changed(Map<String, String> changes) {
        var values = new TreeMap<>(Map.of(
                "name", "Germany",
                "manager", germany.manager().toString(),
                "director", germany.director().toString(),
                "zone", "Europe/Berlin",
                "country", "DE"));
        for (var day : new String[] {"monday", "tuesday", "wednesday", "thursday", "friday"}) {
            values.put(day, "09:00-17:00");
        }
        values.putAll(changes);
        return values;
    }

    private MvcTestResult send(Map<String, String> values) {
        var request = mvc.post()
                .uri("/territories/" + germany.id())
                .with(csrf())
                .with(SignedIn.as(operator))
                .param("_once", UUID.randomUUID().toString());
        values.forEach(request::param);
        return request.exchange();
    }

    private static Document parse(MvcTestResult answer) throws Exception {
        assertThat(answer.getResponse().getStatus()).isIn(200, 422);
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}

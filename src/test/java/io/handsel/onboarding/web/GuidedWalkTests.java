package io.handsel.onboarding.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.onboarding.OnboardingFixtures;
import io.handsel.onboarding.OnboardingTest;
import io.handsel.onboarding.StepKind;
import io.handsel.partner.PartnerStanding;
import io.handsel.partner.PartnerStandingChanged;
import io.handsel.security.Actor;
import io.handsel.security.Role;
import io.handsel.security.SignedIn;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@OnboardingTest
class GuidedWalkTests {

    private static final Map<String, String> REGISTRATION = Map.ofEntries(
            Map.entry("customer", "Invented Zebra Works"),
            Map.entry("website", "invented-zebra.example"),
            Map.entry("country", "DE"),
            Map.entry("postcode", "10115"),
            Map.entry("contactName", "Carla Customer"),
            Map.entry("contactEmail", "carla@invented-zebra.example"),
            Map.entry("products", "security"),
            Map.entry("amount", "30000"),
            Map.entry("currency", "EUR"),
            Map.entry("expectedClose:date", "2026-06-30"),
            Map.entry("need", "A new firewall for the head office and two branches."),
            Map.entry("source", "own-research"));

    @Autowired
    MockMvcTester mvc;

    @Autowired
    OnboardingFixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void begin() {
        clock.moveTo(MovableClock.START);
    }

    @Test
    void leads_over_the_real_pages_and_notices_what_was_found() throws Exception {
        var one = fixtures.begun();
        var admin = one.admin();
        assertThat(html(open("/home", admin)).select("aside.guide")).isEmpty();

        send("/onboarding/walk/begin", admin, Map.of());
        assertThat(guide(open("/onboarding", admin))).contains("step 1 of 4", "Find your manager");
        assertThat(guide(open("/partner", admin))).as("found").contains("step 2 of 4", "Find a document");
        assertThat(guide(open("/profile", admin))).contains("step 2 of 4");
        assertThat(guide(open("/training", admin))).contains("step 3 of 4", "practice deal");
        assertThat(guide(open("/onboarding/practice/new", admin)))
                .as("looked at is not sent")
                .contains("step 3 of 4");
        assertThat(send("/onboarding/practice/new", admin, REGISTRATION)).hasStatus3xxRedirection();
        assertThat(guide(open("/onboarding/walk", admin))).contains("step 4 of 4");
        assertThat(fixtures.done(one)).doesNotContain(StepKind.WALK);

        var practice = html(open("/onboarding/practice", admin));

        assertThat(practice.text()).contains("Invented Zebra Works", "30000 EUR", "only you see this");
        assertThat(practice.select("aside.guide")).isEmpty();
        assertThat(fixtures.done(one)).contains(StepKind.WALK);
        assertThat(open("/deals", admin)).as("and so the deals are open").hasStatusOk();
    }

    @Test
    void a_practice_deal_leaves_nothing_where_deals_customers_and_questions_are_kept() throws Exception {
        var one = fixtures.begun();
        var colleague = fixtures.person(one.partner(), Role.PARTNER_SALES);
        send("/onboarding/walk/begin", one.admin(), Map.of());
        var before = counts();
        assertThat(before).containsKeys("deal", "account", "account_claim", "account_question", "practice_deal");

        assertThat(send("/onboarding/practice/new/draft", one.admin(), REGISTRATION))
                .hasStatusOk();
        assertThat(send("/onboarding/practice/new", one.admin(), REGISTRATION)).hasStatus3xxRedirection();

        var after = counts();
        after.entrySet().removeIf(entry -> entry.getValue().equals(before.get(entry.getKey())));
        assertThat(after.keySet()).containsExactlyInAnyOrder("once", "practice_deal");
        assertThat(open("/onboarding/practice", colleague)).hasRedirectedUrl("/onboarding/practice/new");
        for (var page : List.of("/onboarding", "/onboarding/practice/new", "/home")) {
            assertThat(open(page, colleague)).bodyText().doesNotContain("Zebra");
        }
        for (var page :
                List.of("/deals", "/accounts", "/tasks", "/onboarding/partners/" + one.id(), "/partners/" + one.id())) {
            assertThat(open(page, fixtures.manager(one))).bodyText().doesNotContain("Zebra");
        }
    }

    @Test
    void a_practice_deal_is_checked_like_a_real_one() {
        var one = fixtures.begun();

        assertThat(send("/onboarding/practice/new", one.admin(), Map.of("customer", "Only a name")))
                .hasStatus(422);
    }

    @Test
    void whoever_does_not_want_to_be_led_is_not() throws Exception {
        var one = fixtures.begun();
        send("/onboarding/walk/begin", one.admin(), Map.of());

        send("/onboarding/walk/leave", one.admin(), Map.of());

        assertThat(html(open("/partner", one.admin())).select("aside.guide")).isEmpty();
        send("/onboarding/walk/begin", one.admin(), Map.of());
        assertThat(guide(open("/onboarding", one.admin()))).contains("step 1 of 4");
    }

    @Test
    void nobody_is_led_whose_company_is_not_on_its_way() throws Exception {
        var waiting = fixtures.waiting();
        var closed = fixtures.begun();
        fixtures.publish(new PartnerStandingChanged(closed.id(), PartnerStanding.ACTIVE));

        for (var one : List.of(waiting, closed)) {
            assertThat(send("/onboarding/walk/begin", one.admin(), Map.of())).hasRedirectedUrl("/onboarding");
            assertThat(html(open("/home", one.admin())).select("aside.guide")).isEmpty();
        }
    }

    @Test
    void the_profile_is_complete_once_everything_asked_for_is_there() throws Exception {
        var one = fixtures.begun();
        assertThat(send("/onboarding/profile", one.admin(), Map.of("website", "northwind.example")))
                .hasStatus(422);
        assertThat(fixtures.done(one)).doesNotContain(StepKind.PROFILE);

        assertThat(send(
                        "/onboarding/profile",
                        one.admin(),
                        Map.of(
                                "website", "northwind.example",
                                "about", "We sell networks to schools.")))
                .hasStatus3xxRedirection();

        assertThat(fixtures.done(one)).contains(StepKind.PROFILE);
        assertThat(html(open("/onboarding/profile", one.admin()))
                        .select("[name=website]")
                        .val())
                .isEqualTo("northwind.example");
        assertThat(open("/onboarding/partners/" + one.id(), fixtures.manager(one)))
                .bodyText()
                .contains("We sell networks to schools.");
    }

    private Map<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        for (var table : jdbc.sql(
                        "select lower(table_name) from information_schema.tables where lower(table_schema) = 'public' and table_name <> 'flyway_schema_history'")
                .query(String.class)
                .list()) {
            counts.put(
                    table,
                    jdbc.sql("select count(*) from " + table).query(Long.class).single());
        }
        return counts;
    }

    private String guide(MvcTestResult page) throws UnsupportedEncodingException {
        return html(page).select("aside.guide").text();
    }

    private MvcTestResult open(String page, Actor actor) {
        return mvc.get().uri(page).with(SignedIn.as(actor)).exchange();
    }

    private MvcTestResult send(String page, Actor actor, Map<String, String> answers) {
        var request = mvc.post()
                .uri(page)
                .with(SignedIn.as(actor))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("_once", UUID.randomUUID().toString());
        answers.forEach(request::param);
        return request.exchange();
    }

    private static Document html(MvcTestResult result) throws UnsupportedEncodingException {
        assertThat(result).hasStatusOk();
        return Jsoup.parse(result.getResponse().getContentAsString());
    }
}

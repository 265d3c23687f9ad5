package io.handsel.onboarding.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.StatementCount;
import io.handsel.onboarding.OnboardingFixtures;
import io.handsel.onboarding.OnboardingOverview;
import io.handsel.onboarding.OnboardingTest;
import io.handsel.onboarding.PartnerOnboarding;
import io.handsel.onboarding.PortalPart;
import io.handsel.onboarding.StepKind;
import io.handsel.partner.Locations;
import io.handsel.partner.PartnerLocations;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.PersonFixtures;
import io.handsel.security.Role;
import io.handsel.security.SignedIn;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@OnboardingTest
class OnboardingPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    OnboardingFixtures fixtures;

    @Autowired
    PartnerOnboarding onboarding;

    @Autowired
    OnboardingOverview overview;

    @Autowired
    PartnerLocations locations;

    @Autowired
    People people;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void begin() {
        clock.moveTo(MovableClock.START);
    }

    @Test
    void both_sides_see_the_same_bar_and_the_steps() throws Exception {
        var one = fixtures.waiting();
        onboarding.begin(fixtures.manager(one), one.id(), null);

        var own = html(open("/onboarding", one.admin()));
        var theirs = html(open("/onboarding/partners/" + one.id(), fixtures.manager(one)));

        assertThat(own.select("progress").attr("value")).isEqualTo("1");
        assertThat(own.select("progress").attr("max")).isEqualTo("7");
        assertThat(own.select(".progress").text())
                .isEqualTo(theirs.select(".progress").text());
        assertThat(own.select("#step-profile").text())
                .contains("Complete the profile", "your part", "by 9 Mar 2026", "Opens: customers");
        assertThat(theirs.select("#step-profile").text()).contains("the partner");
        assertThat(own.select("#step-profile").attr("aria-current")).isEqualTo("step");
        assertThat(html(open("/home", one.admin()))
                        .select("main section")
                        .first()
                        .text())
                .contains("Your way to the first deal", "Next: Complete the profile");
        assertThat(html(open("/onboarding/partners", fixtures.manager(one))).text())
                .contains("Northwind Systems");
        assertThat(html(open("/partners/" + one.id(), fixtures.manager(one))).text())
                .contains("1 of 7 steps done");
    }

    @Test
    void a_step_opens_its_part_of_the_portal() throws Exception {
        var one = fixtures.waiting();
        assertThat(open("/deals/new", one.admin())).as("not begun, not closed").hasStatusOk();
        onboarding.begin(fixtures.manager(one), one.id(), null);

        assertThat(open("/partner/people", one.admin())).as("signed").hasStatusOk();
        assertThat(open("/deals", one.admin())).hasStatus3xxRedirection().hasRedirectedUrl("/onboarding?closed=deals");
        assertThat(send("/deals/new", one.admin(), Map.of()))
                .as("a form is no way round it")
                .hasRedirectedUrl("/onboarding?closed=deals");
        var waiting = html(open("/onboarding?closed=deals", one.admin())).select(".flash");
        assertThat(waiting.text()).contains("Not open yet", "Walk through the portal");
        assertThat(waiting.select("a").attr("href")).isEqualTo("#step-walk");
        assertThat(open("/onboarding?closed=people", one.admin()))
                .as("open by now")
                .bodyText()
                .doesNotContain("Not open yet");
        assertThat(open("/onboarding?closed=%3Cb%3E", one.admin())).bodyText().doesNotContain("Not open yet");
    }

    @Test
    void the_gate_asks_once_a_page_and_only_for_pages_that_a_step_can_close() {
        var one = fixtures.begun();

        assertThat(StatementCount.during(() ->
                        assertThat(overview.closedPart(one.admin(), "/deals")).contains(PortalPart.DEALS)))
                .hasSize(1);
        assertThat(StatementCount.during(() -> overview.closedPart(one.admin(), "/training")))
                .isEmpty();
    }

    @Test
    void the_list_of_new_partners_takes_as_many_statements_for_five_as_for_one() {
        fixtures.begun();
        var ofOne = StatementCount.during(overview::running);
        for (int more = 0; more < 4; more++) {
            fixtures.begun();
        }

        assertThat(StatementCount.during(overview::running)).hasSameSizeAs(ofOne);
    }

    @Test
    void the_manager_begins_it_on_the_record_and_says_what_nothing_else_tells() throws Exception {
        var one = fixtures.waiting(wish -> wish.ofType("distributor"));
        var manager = fixtures.manager(one);
        var page = "/onboarding/partners/" + one.id();
        assertThat(open(page, manager)).hasStatus(404);
        assertThat(html(open("/partners/" + one.id(), manager)).select("form[action$=begin]"))
                .hasSize(1);

        var linz = Locations.add(locations, manager, one.id(), "Linz");
        var limited = people.register(PersonFixtures.someoneOf(one.id().organisation(), Role.PARTNER_ADMIN)
                .limitedTo(linz));
        assertThat(html(open("/partners/" + one.id(), manager))
                        .select("#signer")
                        .text())
                .doesNotContain(limited.name());
        for (var nobody : List.of("x", manager.person().toString(), limited.id().toString())) {
            assertThat(send(page + "/begin", manager, Map.of("signer", nobody)))
                    .hasStatus(422)
                    .bodyText()
                    .contains("cannot sign");
        }
        assertThat(send(page + "/begin", manager, Map.of("signer", ""))).hasStatus3xxRedirection();
        assertThat(send(page + "/begin", manager, Map.of("signer", ""))).hasStatus(422);
        assertThat(html(open(page, manager)).select("#step-kick_off button")).hasSize(1);
        assertThat(send(page + "/steps", manager, Map.of("step", "KICK_OFF"))).hasStatus3xxRedirection();

        assertThat(fixtures.done(one)).contains(StepKind.KICK_OFF);
        assertThat(send(page + "/steps", manager, Map.of("step", "KICK_OFF")))
                .hasStatus(422)
                .bodyText()
                .contains("finishes by itself");
    }

    @Test
    void a_partner_that_never_had_an_onboarding_is_all_set() {
        assertThat(open("/onboarding", fixtures.waiting().admin())).bodyText().contains("You are all set");
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

package io.handsel.onboarding.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.engine.ProcessCoverage;
import io.handsel.kernel.Period;
import io.handsel.onboarding.BusinessPlans;
import io.handsel.onboarding.OnboardingFixtures;
import io.handsel.onboarding.OnboardingFixtures.NewOne;
import io.handsel.onboarding.OnboardingTest;
import io.handsel.onboarding.PlanRefusal;
import io.handsel.onboarding.PlanState;
import io.handsel.onboarding.PlanView;
import io.handsel.onboarding.StepKind;
import io.handsel.partner.PartnerCare;
import io.handsel.security.Role;
import io.handsel.security.SignedIn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** From a plan sent on its page to the manager's answer; together they leave no element out. */
@OnboardingTest
class JointBusinessPlanProcessTests {

    private static final Map<String, String> PLAN = Map.of(
            "revenue", "250000",
            "newCustomers", "12",
            "markets", "Schools in Berlin",
            "people", "Paula sells, Peter installs.",
            "activities:row", "0",
            "activities[0].what", "Seminar for head teachers",
            "activities[0].when:date", "2026-05-04",
            "firstReview:date", "2026-06-01");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    OnboardingFixtures fixtures;

    @Autowired
    BusinessPlans plans;

    @Autowired
    PartnerCare care;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void monday_10_in_berlin() {
        clock.moveTo(MovableClock.START);
    }

    @AfterAll
    static void no_element_is_left_out(@Autowired ProcessEngine engine) {
        ProcessCoverage.of(engine, JointBusinessPlanContract.KEY).assertAtLeast(100);
    }

    @Test
    void a_plan_is_sent_given_back_and_agreed_and_every_version_is_kept() {
        var one = fixtures.begun();
        assertThat(send(one, Map.of("markets", "Schools"))).hasStatus(422);

        assertThat(send(one, PLAN)).hasStatus3xxRedirection();

        assertThat(fixtures.mails(fixtures.manager(one))).contains("Northwind Systems: a joint business plan to read");
        assertThat(send(one, PLAN)).as("one waits").hasStatus(422).bodyText().contains("waits for your manager");
        assertThat(plans.decide(fixtures.manager(one), newest(one).id(), PlanState.RETURNED, " "))
                .contains(PlanRefusal.REMARK_MISSING);
        decide(one, Map.of("verdict", "return", "remark", "Twelve customers is not much."));
        assertThat(fixtures.done(one)).doesNotContain(StepKind.PLAN);
        assertThat(fixtures.mails(one.admin())).contains("Your joint business plan: a remark of your manager");
        assertThat(open("/onboarding/plan", one))
                .bodyText()
                .contains("Twelve customers is not much.", "Seminar for head");
        assertThat(open("/onboarding/plan/new", one))
                .as("a new version begins with the old one")
                .bodyText()
                .contains("Schools in Berlin");

        assertThat(send(one, PLAN)).hasStatus3xxRedirection();
        decide(one, Map.of("verdict", "agree"));

        assertThat(plans.of(one.id()))
                .extracting(plan -> plan.number() + " " + plan.state())
                .containsExactly("2 AGREED", "1 RETURNED");
        assertThat(fixtures.done(one)).contains(StepKind.PLAN);
        assertThat(plans.decide(fixtures.manager(one), newest(one).id(), PlanState.AGREED, null))
                .contains(PlanRefusal.DECIDED);
        assertThat(fixtures.mails(one.admin())).contains("Your joint business plan is agreed");
    }

    @Test
    void a_manager_who_does_not_answer_is_reminded_and_a_stranger_cannot() {
        var one = fixtures.begun();
        assertThat(send(one, PLAN)).hasStatus3xxRedirection();

        // Three working days.
        fixtures.itIs("2026-03-05T23:00:00Z");

        assertThat(fixtures.mails(fixtures.manager(one))).contains("Northwind Systems: the joint business plan waits");
        assertThat(plans.decide(
                        fixtures.manager(fixtures.waiting()), newest(one).id(), PlanState.AGREED, null))
                .contains(PlanRefusal.NOT_YOURS);
        assertThat(fixtures.asked(newest(one).id().toString())).isEqualTo(List.of("Agree plan"));
        assertThat(mvc.get()
                        .uri("/onboarding/plan")
                        .with(SignedIn.as(fixtures.person(one.partner(), Role.PARTNER_SALES)))
                        .exchange())
                .as("administrators only")
                .hasStatus(403);
    }

    @Test
    void whoever_stands_in_for_the_manager_agrees_too_and_no_remark_is_endless() {
        var one = fixtures.begun();
        assertThat(send(one, PLAN)).hasStatus3xxRedirection();
        var substitute = fixtures.manager(fixtures.waiting());
        care.substitute(
                fixtures.manager(one),
                one.partner().manager(),
                substitute.person(),
                new Period(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-05-01T00:00:00Z")));

        assertThat(plans.foresee(substitute, newest(one).id(), PlanState.RETURNED, "x".repeat(2001)))
                .contains(PlanRefusal.REMARK_MISSING);
        assertThat(plans.foresee(substitute, newest(one).id(), PlanState.RETURNED, "x".repeat(2000)))
                .isEmpty();
        assertThat(plans.decide(substitute, newest(one).id(), PlanState.AGREED, null))
                .isEmpty();
    }

    private PlanView newest(NewOne one) {
        return plans.of(one.id()).get(0);
    }

    private void decide(NewOne one, Map<String, Object> answers) {
        fixtures.decide(fixtures.manager(one), newest(one).id().toString(), answers);
    }

    private MvcTestResult open(String page, NewOne one) {
        return mvc.get().uri(page).with(SignedIn.as(one.admin())).exchange();
    }

    private MvcTestResult send(NewOne one, Map<String, String> answers) {
        var request = mvc.post()
                .uri("/onboarding/plan/new")
                .with(SignedIn.as(one.admin()))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("_once", UUID.randomUUID().toString());
        answers.forEach(request::param);
        return request.exchange();
    }
}

package io.handsel.onboarding.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.deals.DealClosing;
import io.handsel.deals.WinDeal;
import io.handsel.engine.CaseHistory;
import io.handsel.engine.ProcessCoverage;
import io.handsel.kernel.Period;
import io.handsel.onboarding.OnboardingFixtures;
import io.handsel.onboarding.OnboardingFixtures.NewOne;
import io.handsel.onboarding.OnboardingOutcome.Done;
import io.handsel.onboarding.OnboardingOutcome.Refused;
import io.handsel.onboarding.OnboardingRefusal;
import io.handsel.onboarding.OnboardingStatus;
import io.handsel.onboarding.OnboardingTest;
import io.handsel.onboarding.PartnerOnboarding;
import io.handsel.onboarding.PortalPart;
import io.handsel.onboarding.StepKind;
import io.handsel.partner.MatterDecisions;
import io.handsel.partner.MatterFate;
import io.handsel.partner.PartnerCare;
import io.handsel.partner.PartnerOutcome;
import io.handsel.partner.PartnerStanding;
import io.handsel.partner.PartnerStandingChanged;
import io.handsel.partner.PartnerStandings;
import io.handsel.partner.Partners;
import io.handsel.partner.ServiceLevels;
import io.handsel.recruitment.CandidateId;
import io.handsel.recruitment.Candidates;
import io.handsel.recruitment.RecruitmentFixtures;
import io.handsel.security.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the approval of an application to the first deal, one test a path; together they leave no element out. */
@OnboardingTest
class PartnerOnboardingProcessTests {

    @Autowired
    OnboardingFixtures fixtures;

    @Autowired
    PartnerOnboarding onboarding;

    @Autowired
    Partners partners;

    @Autowired
    PartnerStandings standings;

    @Autowired
    PartnerCare care;

    @Autowired
    ServiceLevels levels;

    @Autowired
    RecruitmentFixtures recruitment;

    @Autowired
    Candidates candidates;

    @Autowired
    DealClosing closing;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HistoryService history;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void monday_10_in_berlin() {
        clock.moveTo(MovableClock.START);
    }

    @AfterAll
    static void no_element_is_left_out(@Autowired ProcessEngine engine) {
        ProcessCoverage.of(engine, PartnerOnboardingContract.KEY).assertAtLeast(100);
    }

    @Test
    void begins_with_the_approval_and_says_what_comes() {
        var one = fixtures.approved();

        assertThat(fixtures.onboarding(one).status()).isEqualTo(OnboardingStatus.RUNNING);
        // Thirty days, to the end of the day in Berlin.
        assertThat(fixtures.onboarding(one).dueAt()).isEqualTo("2026-04-01T22:00:00Z");
        assertThat(fixtures.done(one)).isEmpty();
        assertThat(path(one)).contains("TellPartnerBegun", "PlanTimeBox", "PlanStepReminder");
        assertThat(fixtures.mails(one.admin())).contains("Welcome: your way to the first deal");
    }

    @Test
    void the_first_approved_deal_makes_the_partner_active() {
        var one = fixtures.signed();
        var deal = fixtures.register(one);
        assertThat(fixtures.standing(one)).isEqualTo(PartnerStanding.ONBOARDING);

        fixtures.approve(one, deal);

        assertThat(fixtures.onboarding(one).status()).isEqualTo(OnboardingStatus.COMPLETED);
        assertThat(fixtures.done(one)).containsExactly(StepKind.SIGN, StepKind.FIRST_DEAL);
        assertThat(fixtures.standing(one)).isEqualTo(PartnerStanding.ACTIVE);
        assertThat(path(one)).contains("FirstDealRegistered", "TellPartnerActive", "TellManagerActive", "Active");
        assertThat(fixtures.mails(one.admin())).contains("Your company is an active partner");
        assertThat(fixtures.mails(fixtures.manager(one))).anyMatch(subject -> subject.endsWith("is an active partner"));
    }

    @Test
    void a_partner_that_is_in_onboarding_is_on_its_way() {
        var one = fixtures.begun();

        fixtures.publish(new PartnerStandingChanged(one.id(), PartnerStanding.ONBOARDING));

        assertThat(fixtures.onboarding(one).status()).isEqualTo(OnboardingStatus.RUNNING);
    }

    @Test
    void a_deal_before_the_signature_counts_but_nobody_is_active_without_one() {
        var one = fixtures.approved();
        fixtures.approve(one, fixtures.register(one));

        assertThat(fixtures.done(one)).containsExactly(StepKind.FIRST_DEAL);
        assertThat(fixtures.standing(one)).isEqualTo(PartnerStanding.ONBOARDING);

        fixtures.sign(one);

        assertThat(fixtures.onboarding(one).status()).isEqualTo(OnboardingStatus.COMPLETED);
        assertThat(fixtures.standing(one)).isEqualTo(PartnerStanding.ACTIVE);
    }

    @Test
    void everybody_is_reminded_of_steps_and_of_the_time_and_then_the_manager_gives_more() {
        var one = fixtures.signed();
        var manager = fixtures.manager(one);

        fixtures.itIs("2026-03-07T23:00:00Z");
        assertThat(fixtures.mails(one.admin()))
                .contains("Northwind Systems: \"Complete the profile\" is due")
                .as("signed is signed")
                .noneMatch(subject -> subject.contains("Sign the agreement"));
        fixtures.itIs("2026-03-25T23:00:00Z");
        assertThat(fixtures.mails(one.admin())).anyMatch(subject -> subject.startsWith("Your time until"));
        assertThat(fixtures.mails(manager)).anyMatch(subject -> subject.contains("1 of 7 steps, time until"));
        fixtures.itIs("2026-03-31T22:00:00Z");
        assertThat(fixtures.mails(one.admin())).anyMatch(subject -> subject.startsWith("Last reminder"));
        assertThat(asked(one)).isEmpty();
        fixtures.itIs("2026-04-01T22:00:00Z");

        assertThat(asked(one)).containsExactly("Decide onboarding");
        assertThat(fixtures.mails(manager)).anyMatch(subject -> subject.endsWith("time is up, please decide"));
        decide(one, Map.of("decision", "extend", "days", "14", "reason", "They had a trade fair."));

        assertThat(fixtures.onboarding(one).dueAt()).isEqualTo("2026-04-16T22:00:00Z");
        assertThat(fixtures.onboarding(one).extensions()).isEqualTo(1);
        assertThat(fixtures.mails(one.admin())).anyMatch(subject -> subject.startsWith("You have more time"));
        fixtures.itIs("2026-04-16T22:00:00Z");
        fixtures.someMinutesPass();
        assertThat(asked(one)).as("and once more").containsExactly("Decide onboarding");
        fixtures.approve(one, fixtures.register(one));
        assertThat(asked(one)).as("the deal came after all").isEmpty();
        assertThat(fixtures.standing(one)).isEqualTo(PartnerStanding.ACTIVE);
    }

    @Test
    void the_manager_ends_the_partnership_and_nobody_of_the_partner_signs_in_any_more() {
        var one = fixtures.signed();
        fixtures.itIs("2026-04-01T22:00:00Z");
        fixtures.someMinutesPass();

        decide(one, Map.of("decision", "end", "reason", "They sell something else now."));

        assertThat(fixtures.onboarding(one).status()).isEqualTo(OnboardingStatus.ENDED);
        assertThat(fixtures.standing(one)).isEqualTo(PartnerStanding.ENDED);
        assertThat(path(one)).contains("PartnershipEnds", "EndedByTheManager").doesNotContain("ClosedByHand");
    }

    @Test
    void a_substitute_gives_time_and_ends_nothing() {
        var one = fixtures.signed();
        var stranger = fixtures.manager(fixtures.waiting());
        var id = fixtures.onboarding(one).id();

        assertThat(onboarding.end(stranger, id, "Because.")).isEqualTo(new Refused(OnboardingRefusal.NOT_YOURS));
        assertThat(onboarding.extend(stranger, id, 7, "Because.")).isEqualTo(new Refused(OnboardingRefusal.NOT_YOURS));
        care.substitute(
                fixtures.manager(one),
                one.partner().manager(),
                stranger.person(),
                new Period(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-05-01T00:00:00Z")));

        assertThat(onboarding.end(stranger, id, "Because.")).isEqualTo(new Refused(OnboardingRefusal.NOT_YOURS));
        assertThat(onboarding.extend(stranger, id, 0, "Because."))
                .isEqualTo(new Refused(OnboardingRefusal.DAYS_MISSING, "days"));
        assertThat(onboarding.extend(stranger, id, 7, " "))
                .isEqualTo(new Refused(OnboardingRefusal.REASON_MISSING, "reason"));
        assertThat(onboarding.extend(stranger, id, 7, "Because.")).isEqualTo(new Done(id));
    }

    @Test
    void the_manager_of_a_partner_with_a_fast_service_level_decides_sooner() {
        var one = fixtures.signed();
        var usual = onboarding.plan(fixtures.onboarding(one).id());
        assertThat(usual.answerDue())
                .as("three working days after Easter began")
                .isEqualTo("2026-04-09T07:00:00Z");

        levels.override(fixtures.manager(one), one.id(), "premium", "They take over a large account.");

        var sooner = onboarding.plan(fixtures.onboarding(one).id());
        assertThat(sooner.ends()).as("the time to learn is the same").isEqualTo(usual.ends());
        assertThat(sooner.answerDue()).as("two working days").isEqualTo("2026-04-08T07:00:00Z");
    }

    @Test
    void a_partner_that_ends_or_is_made_active_by_hand_meanwhile_is_on_no_way_any_more() {
        var ended = fixtures.signed();
        var active = fixtures.signed();
        assertThat(fixtures.onboarding(active).stepThatOpens(PortalPart.DEALS)).isPresent();

        assertThat(standings.change(
                        fixtures.manager(ended),
                        ended.id(),
                        PartnerStanding.ENDED,
                        MatterDecisions.all(MatterFate.RELEASE),
                        "They were bought."))
                .isInstanceOf(PartnerOutcome.Done.class);
        assertThat(standings.change(
                        fixtures.manager(active), active.id(), PartnerStanding.ACTIVE, "We know them well."))
                .isInstanceOf(PartnerOutcome.Done.class);

        assertThat(fixtures.onboarding(ended).status()).isEqualTo(OnboardingStatus.ENDED);
        assertThat(path(ended)).contains("ClosedByHand", "Closed");
        assertThat(fixtures.onboarding(active).status()).isEqualTo(OnboardingStatus.CLOSED);
        assertThat(fixtures.onboarding(active).stepThatOpens(PortalPart.DEALS))
                .as("nothing waits for a step any more")
                .isEmpty();
        fixtures.approve(active, fixtures.register(active));
        assertThat(fixtures.onboarding(active).status()).isEqualTo(OnboardingStatus.CLOSED);
        assertThat(onboarding.extend(
                        fixtures.manager(active), fixtures.onboarding(active).id(), 7, "Because."))
                .isEqualTo(new Refused(OnboardingRefusal.NOT_RUNNING));
    }

    @Test
    void a_partner_somebody_has_entered_begins_by_a_word() {
        var one = fixtures.waiting(wish -> wish.ofType("distributor"));
        var manager = fixtures.manager(one);

        assertThat(onboarding.begin(one.admin(), one.id(), null)).isEqualTo(new Refused(OnboardingRefusal.NOT_YOURS));
        assertThat(onboarding.begin(manager, one.id(), null)).isInstanceOf(Done.class);
        assertThat(onboarding.begin(manager, one.id(), null)).isEqualTo(new Refused(OnboardingRefusal.BEGUN_ALREADY));
        assertThat(fixtures.done(one)).as("signed elsewhere").containsExactly(StepKind.SIGN);
        assertThat(onboarding.say(manager, one.id(), StepKind.TRAINING))
                .isEqualTo(new Refused(OnboardingRefusal.NOT_TO_BE_SAID));
        assertThat(onboarding.say(manager, one.id(), StepKind.KICK_OFF)).isInstanceOf(Done.class);
        assertThat(onboarding.say(manager, one.id(), StepKind.KICK_OFF))
                .isEqualTo(new Refused(OnboardingRefusal.NOT_TO_BE_SAID));
        assertThat(fixtures.done(one)).containsExactly(StepKind.SIGN, StepKind.KICK_OFF);
    }

    @Test
    void nothing_begins_for_a_partner_that_is_active_and_nobody_else_says_that_a_step_is_done() {
        var active = fixtures.waiting();
        partners.become(fixtures.manager(active), active.id(), PartnerStanding.ACTIVE);
        assertThat(onboarding.begin(fixtures.manager(active), active.id(), null))
                .isEqualTo(new Refused(OnboardingRefusal.NOT_IN_ONBOARDING));

        var one = fixtures.waiting(wish -> wish.ofType("distributor"));
        var manager = fixtures.manager(one);
        onboarding.begin(manager, one.id(), null);
        assertThat(onboarding.say(fixtures.manager(active), one.id(), StepKind.KICK_OFF))
                .isEqualTo(new Refused(OnboardingRefusal.NOT_YOURS));
        standings.change(manager, one.id(), PartnerStanding.ENDED, "They were bought.");
        assertThat(onboarding.say(manager, one.id(), StepKind.KICK_OFF))
                .isEqualTo(new Refused(OnboardingRefusal.NOT_RUNNING));
        assertThat(onboarding.begin(manager, one.id(), null))
                .isEqualTo(new Refused(OnboardingRefusal.NOT_IN_ONBOARDING));
        assertThat(fixtures.done(one)).containsExactly(StepKind.SIGN);
    }

    @Test
    void what_a_decision_would_be_refused_for_is_known_before() {
        var one = fixtures.signed();
        var id = fixtures.onboarding(one).id();
        var manager = fixtures.manager(one);
        var stranger = fixtures.manager(fixtures.waiting());

        assertThat(onboarding.foreseeEnd(manager, id, "Because.")).isEmpty();
        assertThat(onboarding.foreseeExtension(manager, id, "Because.")).isEmpty();
        assertThat(onboarding.foreseeEnd(stranger, id, "Because.")).contains(new Refused(OnboardingRefusal.NOT_YOURS));
        assertThat(onboarding.foreseeExtension(stranger, id, "Because."))
                .contains(new Refused(OnboardingRefusal.NOT_YOURS));
        assertThat(onboarding.foreseeExtension(manager, id, "x".repeat(2001)))
                .contains(new Refused(OnboardingRefusal.REASON_MISSING, "reason"));
    }

    @Test
    void a_second_person_finishes_the_step_of_the_colleagues() {
        var one = fixtures.signed();

        fixtures.person(one.partner(), Role.PARTNER_SALES);

        assertThat(fixtures.done(one)).containsExactly(StepKind.SIGN, StepKind.COLLEAGUES);
    }

    @Test
    void the_first_win_tells_recruitment_whom_it_has_brought() {
        var campaign = recruitment.running(recruitment.manager());
        var candidate = recruitment.candidate(recruitment.manager(), campaign);
        candidates.applied(candidate);
        candidates.approved(candidate);
        var one = fixtures.approved(wish -> wish, candidate);
        fixtures.sign(one);
        var deal = fixtures.register(one);
        fixtures.approve(one, deal);
        assertThat(activated(candidate)).isZero();

        closing.win(one.admin(), deal, new WinDeal("PO-1", LocalDate.of(2026, 3, 2), new BigDecimal("29000"), "EUR"));

        assertThat(activated(candidate)).isEqualTo(1);
    }

    private int activated(CandidateId candidate) {
        return jdbc.sql("select count(*) from candidate where id = ? and activated_at is not null")
                .param(candidate.id())
                .query(Integer.class)
                .single();
    }

    private void decide(NewOne one, Map<String, Object> answers) {
        fixtures.decide(fixtures.manager(one), fixtures.onboarding(one).id().toString(), answers);
    }

    private List<String> asked(NewOne one) {
        return fixtures.asked(fixtures.onboarding(one).id().toString());
    }

    private List<String> path(NewOne one) {
        return CaseHistory.path(history, fixtures.onboarding(one).id().toString());
    }
}

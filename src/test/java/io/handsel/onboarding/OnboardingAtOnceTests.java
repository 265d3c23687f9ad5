package io.handsel.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.AtOnce;
import io.handsel.MovableClock;
import io.handsel.audit.AuditEntry;
import io.handsel.audit.AuditTrail;
import io.handsel.audit.CaseReference;
import io.handsel.engine.DueJobs;
import io.handsel.onboarding.OnboardingFixtures.NewOne;
import io.handsel.partner.CompanyProfiles;
import io.handsel.partner.PartnerStanding;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import io.handsel.security.Role;
import io.handsel.training.CertificateState;
import io.handsel.training.Courses;
import io.handsel.training.LessonRefusal;
import io.handsel.training.Training;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two people of a partner, or of the vendor's, who do the same at once. */
@OnboardingTest
class OnboardingAtOnceTests {

    private static final Map<String, Object> SAID = Map.of("website", "northwind.example", "about", "Networks.");

    @Autowired
    OnboardingFixtures fixtures;

    @Autowired
    Training training;

    @Autowired
    Courses courses;

    @Autowired
    CompanyProfiles companies;

    @Autowired
    BusinessPlans plans;

    @Autowired
    Partners partners;

    @Autowired
    PartnerOnboarding onboarding;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DueJobs jobs;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void monday_10_in_berlin() {
        clock.moveTo(MovableClock.START);
    }

    @RepeatedTest(5)
    void whoever_sends_the_answers_twice_holds_one_certificate_that_counts() throws Exception {
        var one = fixtures.begun();
        var course = courses.newest(Courses.PORTAL);
        var right = new HashMap<Integer, Integer>();
        course.questions(Locale.ENGLISH).forEach(question -> right.put(right.size(), question.right()));

        var passed = AtOnce.heard(
                () -> training.answer(one.admin(), Courses.PORTAL, course.version(), right)
                        .isPassed(),
                () -> training.answer(one.admin(), Courses.PORTAL, course.version(), right)
                        .isPassed());

        assertThat(passed).containsExactly(true, true);
        assertThat(training.ofPerson(one.admin().person()))
                .extracting(certificate -> certificate.state())
                .containsExactlyInAnyOrder(CertificateState.VALID, CertificateState.RENEWED);
        assertThat(done(one)).containsExactly("SIGN", "TRAINING");
    }

    @RepeatedTest(5)
    void two_who_say_what_the_company_is_finish_one_step() throws Exception {
        var one = fixtures.begun();
        var other = fixtures.person(one.partner(), Role.PARTNER_ADMIN);

        AtOnce.heard(() -> said(one.admin()), () -> said(other));

        assertThat(companies.portraitOf(one.id())).containsEntry("about", "Networks.");
        assertThat(done(one)).containsExactlyInAnyOrder("SIGN", "COLLEAGUES", "PROFILE");
    }

    @RepeatedTest(5)
    void of_two_plans_one_is_sent_and_the_other_sender_hears_of_it() throws Exception {
        var one = fixtures.begun();
        var other = fixtures.person(one.partner(), Role.PARTNER_ADMIN);

        var heard = AtOnce.heard(
                () -> plans.send(one.admin(), one.id(), SAID_PLAN), () -> plans.send(other, one.id(), SAID_PLAN));

        assertThat(heard).containsExactlyInAnyOrder(Optional.empty(), Optional.of(PlanRefusal.WAITING));
        assertThat(plans.of(one.id())).hasSize(1);
    }

    @RepeatedTest(5)
    void of_two_who_decide_a_plan_one_has_decided() throws Exception {
        var one = fixtures.begun();
        plans.send(one.admin(), one.id(), SAID_PLAN);
        var plan = plans.of(one.id()).get(0).id();
        var manager = fixtures.manager(one);

        var heard = AtOnce.heard(
                () -> plans.decide(manager, plan, PlanState.AGREED, null),
                () -> plans.decide(manager, plan, PlanState.RETURNED, "Not yet."));

        assertThat(heard).containsExactlyInAnyOrder(Optional.empty(), Optional.of(PlanRefusal.DECIDED));
        assertThat(actions(new CaseReference("plan", plan.id()))).hasSize(2).contains("sent");
    }

    @RepeatedTest(5)
    void of_two_who_begin_an_onboarding_one_has_begun_it() throws Exception {
        var one = fixtures.waiting();
        var manager = fixtures.manager(one);

        var heard = AtOnce.heard(
                () -> onboarding.begin(manager, one.id(), null), () -> onboarding.begin(manager, one.id(), null));

        assertThat(heard).contains(new OnboardingOutcome.Refused(OnboardingRefusal.BEGUN_ALREADY));
        assertThat(fixtures.onboarding(one).status()).isEqualTo(OnboardingStatus.RUNNING);
    }

    @RepeatedTest(5)
    void of_two_who_change_a_course_one_has_published() throws Exception {
        var before = courses.newest(Courses.PORTAL);
        var lesson = before.lesson(1).orElseThrow();
        var manager = fixtures.manager(fixtures.waiting());

        var heard = AtOnce.heard(
                () -> courses.publish(manager, Courses.PORTAL, before.version(), lesson),
                () -> courses.publish(manager, Courses.PORTAL, before.version(), lesson));

        assertThat(heard).containsExactlyInAnyOrder(Optional.empty(), Optional.of(LessonRefusal.CHANGED_MEANWHILE));
        assertThat(courses.newest(Courses.PORTAL).version()).isEqualTo(before.version() + 1);
    }

    @Test
    void a_step_waits_for_whoever_changes_the_partner_at_this_moment() throws Exception {
        var one = fixtures.approved();
        var threads = Executors.newSingleThreadExecutor();
        try {
            var signing = transaction.execute(status -> {
                partners.findLocked(one.id());
                var waiting = threads.submit(() -> fixtures.sign(one));
                Awaitility.await()
                        .during(Duration.ofMillis(400))
                        .atMost(Duration.ofSeconds(5))
                        .until(() -> threadsOwn(() -> fixtures.done(one)).isEmpty());
                return waiting;
            });
            Objects.requireNonNull(signing).get();
        } finally {
            threads.shutdownNow();
        }

        assertThat(fixtures.done(one)).containsExactly(StepKind.SIGN);
    }

    /** The written order of locks: whoever holds a partner may go on to its customers, never the other way round. */
    @Test
    void an_approval_waits_for_the_partner_before_it_takes_the_customer() throws Exception {
        var one = fixtures.signed();
        var deal = fixtures.register(one);
        var customer = jdbc.sql("select account_id from account_claim where subject = ?")
                .param(deal.id())
                .query(UUID.class)
                .single();
        fixtures.decideOnly(fixtures.manager(one), deal.toString(), Map.of("decision", "approve"));
        var threads = Executors.newSingleThreadExecutor();
        try {
            transaction.executeWithoutResult(status -> {
                partners.findLocked(one.id());
                threads.submit(jobs::run);
                Awaitility.await()
                        .during(Duration.ofMillis(400))
                        .atMost(Duration.ofSeconds(5))
                        .until(() -> isFree(customer));
            });
            threads.submit(jobs::run).get();
        } finally {
            threads.shutdownNow();
        }

        assertThat(fixtures.standing(one)).isEqualTo(PartnerStanding.ACTIVE);
    }

    private static final Map<String, Object> SAID_PLAN = Map.of("revenue", 250_000);

    private boolean said(Actor by) {
        companies.describe(by, new HashMap<>(SAID));
        return true;
    }

    private boolean isFree(UUID customer) {
        var free =
                threadsOwn(() -> jdbc.sql("""
                        select id from account
                        where id = (select root_id from account where id = ?) for update skip locked
                        """).param(customer).query(UUID.class).optional());
        return free.isPresent();
    }

    private static <T> T threadsOwn(Callable<T> look) {
        try {
            var thread = Executors.newSingleThreadExecutor();
            try {
                return thread.submit(look).get();
            } finally {
                thread.shutdownNow();
            }
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The steps in the order in which they were finished; none is in it twice. */
    private List<String> done(NewOne one) {
        var steps = audit
                .of(new CaseReference(
                        "onboarding", fixtures.onboarding(one).id().id()))
                .stream()
                .map(AuditEntry::details)
                .filter(details -> details.containsKey("step"))
                .map(details -> details.get("step"))
                .toList();
        List<String> done = new ArrayList<>(steps);
        done.add(0, "SIGN");
        return done;
    }

    private List<String> actions(CaseReference reference) {
        return audit.of(reference).stream().map(AuditEntry::action).toList();
    }
}

package io.handsel.applications;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.AtOnce;
import io.handsel.MovableClock;
import io.handsel.PostgresDatabase;
import io.handsel.applications.VettingVerdict.Choice;
import io.handsel.deals.DealFixtures;
import io.handsel.security.Role;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Two who do something to one application, or to two of one company, at the same moment, on PostgreSQL. */
@ApplicationTest
class ApplicationRaceIT {

    private static final VettingVerdict APPROVE = new VettingVerdict(Choice.APPROVE, null, null, null, false);
    private static final VettingVerdict REJECT =
            new VettingVerdict(Choice.REJECT, RejectionGround.OTHER, "Not now.", null, false);

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        PostgresDatabase.create().register(registry);
    }

    @Autowired
    ApplicationFixtures fixtures;

    @Autowired
    ApplicationVetting vetting;

    @Autowired
    ApplicationDossiers dossiers;

    @Autowired
    Applying applying;

    @Autowired
    DealFixtures deals;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void monday_10_in_berlin() {
        clock.moveTo(MovableClock.START);
    }

    @RepeatedTest(5)
    void of_two_managers_who_approve_at_once_one_has_approved() throws Exception {
        var answers = ApplicationFixtures.answers();
        var application = fixtures.applied(answers);
        var other = deals.vendor(Role.MANAGER);

        var done = done(
                () -> vetting.decide(fixtures.manager(), application, APPROVE),
                () -> vetting.decide(other, application, APPROVE));

        assertThat(done).isOne();
        isOnePartner(answers);
    }

    @RepeatedTest(5)
    void who_clicks_twice_has_approved_once() throws Exception {
        var answers = ApplicationFixtures.answers();
        var application = fixtures.applied(answers);
        var manager = fixtures.manager();

        var done = done(
                () -> vetting.decide(manager, application, APPROVE),
                () -> vetting.decide(manager, application, APPROVE));

        assertThat(done).isOne();
        isOnePartner(answers);
    }

    @RepeatedTest(5)
    void of_two_applications_of_one_domain_one_becomes_a_partner() throws Exception {
        var answers = ApplicationFixtures.answers();
        var again = ApplicationFixtures.answers();
        again.put("domain", "www." + answers.get("domain"));
        var one = fixtures.applied(answers);
        var other = fixtures.applied(again);
        var colleague = deals.vendor(Role.MANAGER);

        var done = done(
                () -> vetting.decide(fixtures.manager(), one, APPROVE),
                () -> vetting.decide(colleague, other, APPROVE));

        assertThat(done).isOne();
        assertThat(partners(answers) + partners(again)).isOne();
    }

    @RepeatedTest(5)
    void a_yes_and_a_no_at_once_are_one_of_them() throws Exception {
        var answers = ApplicationFixtures.answers();
        var application = fixtures.applied(answers);
        var other = deals.vendor(Role.MANAGER);

        var done = done(
                () -> vetting.decide(fixtures.manager(), application, APPROVE),
                () -> vetting.decide(other, application, REJECT));

        assertThat(done).isOne();
        var approved = status(application) == ApplicationStatus.APPROVED;
        assertThat(partners(answers)).isEqualTo(approved ? 1 : 0);
    }

    @RepeatedTest(5)
    void what_is_taken_back_while_it_is_approved_is_one_of_both() throws Exception {
        var answers = ApplicationFixtures.answers();
        var application = fixtures.applied(answers);
        var link = fixtures.link(String.valueOf(answers.get("contactEmail")));

        var done = done(() -> vetting.decide(fixtures.manager(), application, APPROVE), () -> applying.withdraw(link));

        assertThat(done).isOne();
        assertThat(partners(answers)).isEqualTo(status(application) == ApplicationStatus.APPROVED ? 1 : 0);
    }

    private void isOnePartner(Map<String, Object> answers) {
        assertThat(partners(answers)).isOne();
        for (var part : List.of("agreement", "onboarding", "partner_company")) {
            assertThat(jdbc.sql("select count(*) from " + part
                                    + " where partner_id = (select id from partner where name = ?)")
                            .param(answers.get("businessName"))
                            .query(Integer.class)
                            .single())
                    .as(part)
                    .isOne();
        }
    }

    private int partners(Map<String, Object> answers) {
        return jdbc.sql("select count(*) from partner where name = ?")
                .param(answers.get("businessName"))
                .query(Integer.class)
                .single();
    }

    private ApplicationStatus status(ApplicationId application) {
        return dossiers.find(application).orElseThrow().application().status();
    }

    /** @return for how many of them it was done; the others were refused, or hear that somebody was faster */
    private static long done(Callable<?> one, Callable<?> other) throws Exception {
        return AtOnce.heard(isDone(one), isDone(other)).stream()
                .filter(done -> done)
                .count();
    }

    private static Callable<Boolean> isDone(Callable<?> act) {
        return () -> {
            try {
                var outcome = act.call();
                return outcome instanceof VettingOutcome.Done || outcome instanceof ApplicationOutcome.Done;
            } catch (ConcurrencyFailureException faster) {
                return false;
            }
        };
    }
}

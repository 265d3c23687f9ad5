package io.handsel.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.AtOnce;
import io.handsel.MovableClock;
import io.handsel.PostgresDatabase;
import io.handsel.deals.DealLocations;
import io.handsel.deals.DealOutcome;
import io.handsel.disputes.DisputeFixtures.Case;
import io.handsel.disputes.DisputeOutcome.Done;
import io.handsel.engine.DueJobs;
import io.handsel.partner.Locations;
import io.handsel.partner.PartnerLocations;
import io.handsel.security.People;
import io.handsel.tasklist.DeskOutcome;
import io.handsel.tasklist.TaskNotFound;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Two who do something to one dispute at the same moment, on PostgreSQL: one is heard, and process and dispute agree. */
@DisputeTest
class DisputeRaceIT {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        PostgresDatabase.create().register(registry);
    }

    @Autowired
    DisputeFixtures fixtures;

    @Autowired
    DisputeOpening opening;

    @Autowired
    DisputeSettlement settlement;

    @Autowired
    EvidenceDesk evidence;

    @Autowired
    DealLocations moving;

    @Autowired
    PartnerLocations places;

    @Autowired
    People people;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DueJobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void monday_10_in_berlin() {
        clock.moveTo(MovableClock.START);
    }

    @RepeatedTest(5)
    void of_two_colleagues_one_opens_it() throws Exception {
        var two = fixtures.twoPartners();
        var sales = two.challenger().sales();
        var deal = two.challenger().deal();

        var done = atOnce(
                () -> opening.open(sales, deal, "We were first.") instanceof Done,
                () -> opening.open(sales, deal, "We were first.") instanceof Done);

        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThat(count("select count(*) from dispute where challenger_subject = ?", deal.id()))
                .isOne();
    }

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void a_side_is_where_its_deal_is_moved_to_while_it_is_opened(boolean challenging, boolean movedFirst) {
        var two = fixtures.twoPartners();
        var mover = challenging ? two.challenger() : two.other();
        var linz = Locations.of(mover.partner(), places, people).linz();
        Runnable move =
                () -> assertThat(moving.move(mover.sales(), mover.deal(), linz)).isInstanceOf(DealOutcome.Done.class);
        Runnable open = () -> assertThat(
                        opening.open(two.challenger().sales(), two.challenger().deal(), "We were first."))
                .isInstanceOf(Done.class);

        AtOnce.overlapping(transaction, jdbc, movedFirst ? move : open, movedFirst ? open : move);

        var side = challenging ? "challenger" : "holder";
        assertThat(count(
                        "select count(*) from dispute where " + side + "_subject = ? and " + side
                                + "_location_id is not null",
                        mover.deal().id()))
                .isOne();
    }

    @RepeatedTest(5)
    void both_say_at_once_that_they_have_no_more() throws Exception {
        var dispute = fixtures.opened();

        atOnce(
                () -> evidence.done(dispute.challenger().sales(), dispute.dispute()) instanceof Done,
                () -> evidence.done(dispute.other().sales(), dispute.dispute()) instanceof Done);

        // Whoever was told that somebody was faster says it again.
        evidence.done(dispute.challenger().sales(), dispute.dispute());
        evidence.done(dispute.other().sales(), dispute.dispute());
        assertThat(fixtures.waiting(dispute)).containsExactly("Settle dispute");
        assertThat(status(dispute)).isEqualTo("SETTLEMENT");
    }

    @RepeatedTest(5)
    void of_two_sides_one_appeals() throws Exception {
        var dispute = settled();

        var done = atOnce(
                () -> settlement.appeal(dispute.challenger().sales(), dispute.dispute(), "Look again.") instanceof Done,
                () -> settlement.appeal(dispute.other().sales(), dispute.dispute(), "Look again.") instanceof Done);

        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThat(fixtures.waiting(dispute)).containsExactly("Decide appeal");
        assertThat(status(dispute)).isEqualTo("APPEALED");
    }

    /** The engine's clock is a little ahead of the one the appeal goes by, as between two nodes. */
    @RepeatedTest(5)
    void an_appeal_at_the_moment_its_time_ends_is_heard_or_not_but_never_both() throws Exception {
        var dispute = settled();
        var end = Instant.parse("2026-03-09T23:00:00Z");
        clock.moveTo(end.minusMillis(1));
        ClockUtil.setCurrentTime(Date.from(end));

        var done = atOnce(
                () -> settlement.appeal(dispute.challenger().sales(), dispute.dispute(), "Look again.") instanceof Done,
                () -> jobs.run() >= 0);
        clock.moveTo(end.minusMillis(1));
        jobs.run();

        var appealed = done.get(0);
        assertThat(status(dispute)).isEqualTo(appealed ? "APPEALED" : "FINAL");
        assertThat(fixtures.waiting(dispute)).isEqualTo(appealed ? List.of("Decide appeal") : List.of());
    }

    @RepeatedTest(5)
    void of_two_deciders_one_settles() throws Exception {
        var dispute = fixtures.inSettlement();
        var manager = fixtures.manager(dispute);

        var done = atOnce(
                () -> fixtures.settle(dispute, manager, "both-keep") instanceof DeskOutcome.Done,
                () -> fixtures.settle(dispute, manager, "both-keep") instanceof DeskOutcome.Done);

        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThat(status(dispute)).isEqualTo("SETTLED");
        assertThat(count(
                        "select count(*) from audit_entry where subject_id = ? and action = 'settled'",
                        dispute.dispute().id()))
                .isOne();
    }

    private Case settled() {
        var dispute = fixtures.inSettlement();
        fixtures.settle(dispute, fixtures.manager(dispute), "both-keep");
        return dispute;
    }

    /** Whether each was heard; who was told that somebody was faster was not. */
    private static List<Boolean> atOnce(Callable<Boolean> one, Callable<Boolean> other) throws Exception {
        return AtOnce.heard(isHeard(one), isHeard(other));
    }

    private static Callable<Boolean> isHeard(Callable<Boolean> act) {
        return () -> {
            try {
                return act.call();
            } catch (OptimisticLockingFailureException | OptimisticLockingException | TaskNotFound faster) {
                return false;
            }
        };
    }

    private String status(Case dispute) {
        return jdbc.sql("select status from dispute where id = ?")
                .param(dispute.dispute().id())
                .query(String.class)
                .single();
    }

    private long count(String sql, Object id) {
        return jdbc.sql(sql).param(id).query(Long.class).single();
    }
}

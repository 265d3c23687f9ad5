package io.handsel.deals.process;

import static io.handsel.deals.DealFixtures.aDeal;
import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.deals.DealClosing;
import io.handsel.deals.DealFixtures;
import io.handsel.deals.DealOutcome;
import io.handsel.deals.DealOutcome.Done;
import io.handsel.deals.DealOutcome.Refused;
import io.handsel.deals.DealRefusal;
import io.handsel.deals.DealRegistration;
import io.handsel.deals.DealStatus;
import io.handsel.deals.LoseDeal;
import io.handsel.deals.LossReason;
import io.handsel.deals.process.DealDesk.Registered;
import io.handsel.engine.DueJobs;
import io.handsel.security.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;

/** Colleagues who do the same with one deal at once: one is heard, the others are told, and nothing breaks. */
@DealProcessTest
class DealsAtOnceTests {

    private static final int PEOPLE = 6;

    @Autowired
    DealDesk desk;

    @Autowired
    DealFixtures fixtures;

    @Autowired
    DealRegistration registration;

    @Autowired
    DealClosing closing;

    @Autowired
    DueJobs jobs;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void monday_10_in_berlin() {
        clock.moveTo(MovableClock.START);
    }

    @RepeatedTest(5)
    void one_completes_a_registration() throws Exception {
        var wish = aDeal();
        var deal = desk.register(wish);
        desk.managerAsks(deal, "need");
        var better = wish.with("need", "Two firewalls for the head office.").deal();

        var outcomes = atOnce(deal, by -> registration.provideInformation(by, deal.deal(), better));

        assertThat(outcomes).containsOnlyOnce(Done.class.getSimpleName()).hasSize(PEOPLE);
        assertThat(desk.status(deal)).isEqualTo(DealStatus.IN_REVIEW);
        assertThat(desk.waiting(deal)).containsExactly("ReviewDeal");
    }

    @RepeatedTest(5)
    void one_reports_the_loss() throws Exception {
        var deal = desk.register(aDeal().worth("5000"));
        assertThat(desk.status(deal)).isEqualTo(DealStatus.APPROVED);

        var outcomes = atOnce(deal, by -> closing.lose(by, deal.deal(), new LoseDeal(LossReason.PRICE, null)));

        assertThat(outcomes).containsOnlyOnce(Done.class.getSimpleName()).hasSize(PEOPLE);
        assertThat(desk.status(deal)).isEqualTo(DealStatus.LOST);
        assertThat(desk.isRunning(deal)).isFalse();
    }

    /** What each of them heard; anything but "done", "not now" and "somebody was faster" throws. */
    private List<String> atOnce(Registered deal, Function<Actor, DealOutcome> act) throws Exception {
        var barrier = new CyclicBarrier(PEOPLE);
        List<Callable<DealOutcome>> people = new ArrayList<>();
        for (int count = 0; count < PEOPLE; count++) {
            var colleague = fixtures.sales(deal.partner());
            people.add(() -> {
                barrier.await();
                return act.apply(colleague);
            });
        }
        var threads = Executors.newFixedThreadPool(PEOPLE);
        try {
            List<String> heard = new ArrayList<>();
            for (var answer : threads.invokeAll(people)) {
                heard.add(heard(answer));
            }
            jobs.run();
            return heard;
        } finally {
            threads.shutdownNow();
        }
    }

    private static String heard(Future<DealOutcome> answer) throws Exception {
        try {
            var outcome = answer.get();
            if (outcome instanceof Refused refused) {
                assertThat(refused.reason()).isEqualTo(DealRefusal.NOT_IN_THIS_STATE);
            }
            return outcome.getClass().getSimpleName();
        } catch (ExecutionException failed) {
            assertThat(failed).hasCauseInstanceOf(OptimisticLockingFailureException.class);
            return "somebody was faster";
        }
    }
}

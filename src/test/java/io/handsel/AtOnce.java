package io.handsel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Several who do something at the same moment, each in a thread of its own. */
public final class AtOnce {

    private AtOnce() {}

    /** What each of them heard, in their order. */
    @SafeVarargs
    public static <T> List<T> heard(Callable<T>... acts) throws Exception {
        List<Callable<T>> all = new ArrayList<>();
        for (var act : acts) {
            all.add(act);
        }
        return heard(all);
    }

    /**
     * The second does its deed after that of the first and before that is committed, or would if it did not wait; on
     * PostgreSQL, which tells who waits.
     */
    public static void overlapping(TransactionTemplate transaction, JdbcClient jdbc, Runnable first, Runnable second) {
        var done = Objects.requireNonNull(transaction.execute(status -> {
            first.run();
            var other = CompletableFuture.runAsync(second);
            Awaitility.await().until(() -> other.isDone() || isSomebodyWaiting(jdbc));
            return other;
        }));
        done.join();
    }

    private static boolean isSomebodyWaiting(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from pg_stat_activity where datname = current_database()"
                                + " and wait_event_type = 'Lock'")
                        .query(Long.class)
                        .single()
                > 0;
    }

    public static <T> List<T> heard(List<Callable<T>> acts) throws Exception {
        var barrier = new CyclicBarrier(acts.size());
        var threads = Executors.newFixedThreadPool(acts.size());
        try {
            List<Callable<T>> waiting = new ArrayList<>();
            for (var act : acts) {
                waiting.add(() -> {
                    barrier.await();
                    return act.call();
                });
            }
            List<T> heard = new ArrayList<>();
            for (var answer : threads.invokeAll(waiting)) {
                heard.add(answer.get());
            }
            return heard;
        } finally {
            threads.shutdownNow();
        }
    }
}

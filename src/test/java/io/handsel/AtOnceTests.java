package io.handsel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A race nobody runs is won by everybody: what all proofs of races stand on. */
class AtOnceTests {

    private static final int MANY = 100;

    @Test
    void each_has_a_thread_of_its_own_and_is_heard_in_their_order() throws Exception {
        var all = new CountDownLatch(3);

        assertThat(AtOnce.heard(met(all, "one"), met(all, "two"), met(all, "three")))
                .containsExactly("one", "two", "three");
    }

    @Test
    void nobody_begins_before_everybody_is_there() throws Exception {
        var threads = Collections.synchronizedList(new ArrayList<Thread>());
        List<Callable<Long>> acts = IntStream.range(0, MANY)
                .<Callable<Long>>mapToObj(number -> () -> {
                    threads.add(Thread.currentThread());
                    return Thread.getAllStackTraces().keySet().stream()
                            .filter(thread -> isOfPool(thread, Thread.currentThread()))
                            .count();
                })
                .toList();

        assertThat(AtOnce.heard(acts)).containsOnly((long) MANY);
        assertThat(threads).doesNotHaveDuplicates();
    }

    @Test
    void what_goes_wrong_is_not_kept_quiet() {
        assertThatThrownBy(() -> AtOnce.heard(() -> "well", () -> {
                    throw new IllegalStateException("This one fails on purpose");
                }))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("This one fails on purpose");
    }

    private static Callable<String> met(CountDownLatch all, String name) {
        return () -> {
            all.countDown();
            return all.await(10, TimeUnit.SECONDS) ? name : "alone";
        };
    }

    private static boolean isOfPool(Thread one, Thread other) {
        var pool = other.getName().replaceFirst("thread-\\d+$", "");
        return one.getName().startsWith(pool);
    }
}

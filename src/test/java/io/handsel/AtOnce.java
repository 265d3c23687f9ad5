package io.handsel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

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

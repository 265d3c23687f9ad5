package io.handsel.accounts.matching;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * The working memory of questions: a number for each name, too much to be made anew for each. There are as many as
 * processors, because more questions at once would only wait for each other.
 */
final class Workbenches {

    private final Semaphore free =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
    private final ConcurrentLinkedQueue<Candidates> idle = new ConcurrentLinkedQueue<>();

    <T> T lend(Function<Candidates, T> work) {
        free.acquireUninterruptibly();
        try {
            var bench = idle.poll();
            var used = bench == null ? new Candidates() : bench;
            // One that failed half way is not clean any more and is not given back.
            var result = work.apply(used);
            idle.add(used);
            return result;
        } finally {
            free.release();
        }
    }
}

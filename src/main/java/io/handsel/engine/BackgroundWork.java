package io.handsel.engine;

import java.time.Duration;

/**
 * Something a module does by itself again and again, on every node that runs jobs. A bean of this type is all there is to
 * it; {@link BackgroundThreads} does the rest. Scheduled by Spring is only what each node does for its own readers, and what
 * modules do that do not know the engine.
 *
 * @param name as the log calls it
 * @param first how long after the start
 * @param pause between the end of one turn and the beginning of the next
 * @param stop asks a turn that takes long to come to its end
 */
public record BackgroundWork(String name, Duration first, Duration pause, Turn turn, Runnable stop) {

    /** One turn; if it fails, the next one tries again. */
    @FunctionalInterface
    public interface Turn {

        void run() throws Exception;
    }

    /** Turns that are over soon. */
    public static BackgroundWork of(String name, Duration first, Duration pause, Turn turn) {
        return new BackgroundWork(name, first, pause, turn, () -> {});
    }
}

package io.handsel.crash;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Starts the application, lets people get on, and kills it at moments nobody chose, again and again. */
final class Killer {

    private static final int MOST_STEPS = 12;
    private static final Duration SLOW = Duration.ofSeconds(20);
    private static final Duration A_START = Duration.ofSeconds(8);

    private final long seed = Long.getLong("crash.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final URI site = ApplicationProcess.freeAddress();
    private final Map<String, String> environment;
    private final Path log;

    Killer(Store store, Mailbox mailbox, Map<String, String> settings) {
        this.log = Path.of("target", "crash", store.name() + "-" + site.getPort() + ".log");
        this.environment = new HashMap<>(store.environment());
        environment.putAll(mailbox.environment());
        environment.putAll(settings);
    }

    URI site() {
        return site;
    }

    long seed() {
        return seed;
    }

    /**
     * @param kills how often; every fifth falls into a start
     * @param steps how much has been done by now
     * @param unanswered how many wait for an answer
     * @param started what is to be done each time it is there again
     * @return how many of the kills left somebody without an answer
     */
    int kill(int kills, IntSupplier steps, IntSupplier unanswered, Runnable started) {
        int met = 0;
        for (int kill = 0; kill < kills; kill++) {
            try (var application = ApplicationProcess.start(site, environment, log)) {
                if (kill % 5 == 4) {
                    pause(random.nextInt((int) A_START.toMillis()));
                    application.kill();
                } else {
                    application.awaitReadiness();
                    started.run();
                    var enough = steps.getAsInt() + 1 + random.nextInt(MOST_STEPS);
                    inTime(SLOW, () -> steps.getAsInt() >= enough);
                    pause(random.nextInt(300));
                    met += unanswered.getAsInt() > 0 ? 1 : 0;
                    application.kill();
                }
            }
        }
        return met;
    }

    /** Starts it once more and leaves it in peace; when the work is done it is told to stop. */
    <T> T inPeace(Supplier<T> work) {
        try (var application = ApplicationProcess.start(site, environment, log)) {
            application.awaitReadiness();
            var result = work.get();
            application.stop();
            return result;
        }
    }

    static void inSlowTime(Callable<Boolean> hasHappened) {
        inTime(SLOW.multipliedBy(3), hasHappened);
    }

    /** Goes on when it has happened, and also when it has not: what is missing then, the report says. */
    static void inTime(Duration patience, Callable<Boolean> hasHappened) {
        try {
            Awaitility.await()
                    .dontCatchUncaughtExceptions()
                    .atMost(patience)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(200))
                    .until(hasHappened);
        } catch (ConditionTimeoutException tooLong) {
            // Said above.
        }
    }

    static void pause(long millis) {
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }
}

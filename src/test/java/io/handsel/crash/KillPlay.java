package io.handsel.crash;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * People work while the application is killed again and again, at moments nobody chose. Then it is left in peace for as
 * long as a job's lock and half a minute, and everything people were told must be so.
 *
 * @param kills how often; every fifth falls into a start
 * @param load how many sales people work at the same time
 * @param patience how long it is left in peace
 */
record KillPlay(Store store, int kills, int partners, int load, Map<String, String> settings, Duration patience) {

    private static final int MOST_STEPS = 12;
    private static final Duration SLOW = Duration.ofSeconds(20);
    private static final Duration A_START = Duration.ofSeconds(8);

    /** @param resent mails that came more than once, each time under its one key */
    record Report(Told told, Findings findings, int mails, long resent, Duration settled, long seed) {

        @Override
        public String toString() {
            return told.registered().size() + " registered, " + told.decided().size() + " decided, " + mails
                    + " mails, "
                    + resent + " of them sent again under their key; settled after " + settled.toSeconds() + " s; "
                    + findings + "; refused " + told.refused().size() + "; seed " + seed;
        }
    }

    Report run() {
        var seed = Long.getLong("crash.seed", System.nanoTime());
        var random = new Random(seed);
        var site = ApplicationProcess.freeAddress();
        var log = Path.of("target", "crash", store.name() + "-" + site.getPort() + ".log");
        var cast = Cast.registeredIn(store.springProperties(), partners, 2);
        try (var mailbox = new Mailbox();
                var load = new Load(site, true)) {
            var environment = new HashMap<>(store.environment());
            environment.putAll(mailbox.environment());
            environment.putAll(settings);
            load.begin(cast, this.load);
            for (int kill = 0; kill < kills; kill++) {
                try (var application = ApplicationProcess.start(site, environment, log)) {
                    if (kill % 5 == 4) {
                        pause(random.nextInt((int) A_START.toMillis()));
                    } else {
                        application.awaitReadiness();
                        var steps = load.told().steps() + 1 + random.nextInt(MOST_STEPS);
                        inTime(SLOW, () -> load.told().steps() >= steps);
                        pause(random.nextInt(300));
                    }
                    application.kill();
                }
            }
            return settle(site, environment, log, load, mailbox, seed);
        }
    }

    private Report settle(URI site, Map<String, String> environment, Path log, Load load, Mailbox mailbox, long seed) {
        var application = ApplicationProcess.start(site, environment, log);
        try {
            application.awaitReadiness();
            inTime(SLOW.multipliedBy(3), () -> !load.told().decided().isEmpty());
            load.end();
            var ended = System.nanoTime();
            if (store.isShared()) {
                inTime(
                        patience,
                        () -> Inspection.of(store, load.told(), mailbox).isSettled());
            } else {
                pause(patience.toMillis());
            }
            var settled = Duration.ofNanos(System.nanoTime() - ended);
            application.stop();
            var findings = Inspection.of(store, load.told(), mailbox);
            var resent = mailbox.contents().values().stream()
                    .mapToLong(copies -> copies.size() - 1)
                    .sum();
            return new Report(load.told(), findings, mailbox.count(), resent, settled, seed);
        } finally {
            application.close();
        }
    }

    /** Goes on when it has happened, and also when it has not: what is missing then, the report says. */
    private static void inTime(Duration patience, Callable<Boolean> hasHappened) {
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

    private static void pause(long millis) {
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }
}

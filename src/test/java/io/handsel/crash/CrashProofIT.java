package io.handsel.crash;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the application under load, 20 times on each database: nothing accepted is lost, nothing is stuck longer than a
 * job's lock and half a minute, no mail is missing and none comes beyond its key.
 *
 * <p>{@code mvn verify -Pproof -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=CrashProofIT} takes about
 * 20 minutes on 2 idle cores; {@code -Dcrash.kills=100} kills more often, {@code -Dcrash.seed=…} repeats the choices of a
 * report.
 */
@Tag("proof")
class CrashProofIT {

    private static final int KILLS = Integer.getInteger("crash.kills", 20);
    private static final int PARTNERS = 30;
    private static final int AT_ONCE = 4;
    private static final Duration JOB_LOCK = Duration.ofSeconds(45);

    /** Everything as it is delivered but the mails' lease, which would be the longest wait of all. */
    private static final Map<String, String> SETTINGS = Map.of("HANDSEL_NOTIFICATIONS_LEASE", "PT45S");

    private static final Duration PATIENCE = JOB_LOCK.plusSeconds(30);

    @Test
    void loses_nothing_on_postgresql() {
        CrashIT.check(new KillPlay(Store.postgresql(), KILLS, PARTNERS, AT_ONCE, SETTINGS, PATIENCE).run());
    }

    @Test
    void loses_nothing_on_h2(@TempDir Path folder) {
        CrashIT.check(new KillPlay(Store.h2(folder), KILLS, PARTNERS, AT_ONCE, SETTINGS, PATIENCE).run());
    }
}

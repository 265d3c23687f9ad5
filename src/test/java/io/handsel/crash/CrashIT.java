package io.handsel.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@link CrashProofIT}. Locks and leases are short here, so that what they hold is soon free. */
@Tag("proof")
class CrashIT {

    private static final Map<String, String> SHORT_LOCKS = Map.of(
            "HANDSEL_ENGINE_JOBLOCK", "PT20S",
            "HANDSEL_NOTIFICATIONS_LEASE", "PT10S");
    private static final Duration PATIENCE = Duration.ofSeconds(50);

    @Test
    void loses_nothing_on_postgresql() {
        check(new KillPlay(Store.postgresql(), 2, 4, 2, SHORT_LOCKS, PATIENCE).run());
    }

    @Test
    void loses_nothing_on_h2(@TempDir Path folder) {
        check(new KillPlay(Store.h2(folder), 1, 4, 2, SHORT_LOCKS, PATIENCE).run());
    }

    static void check(KillPlay.Report report) {
        System.out.println(report);
        assertThat(report.told().registered()).isNotEmpty();
        assertThat(report.told().decided()).isNotEmpty();
        assertThat(report.told().refused()).isEmpty();
        assertThat(report.findings().lost()).isEmpty();
        assertThat(report.findings().twice()).isEmpty();
        assertThat(report.findings().stuck()).isEmpty();
        assertThat(report.findings().mails()).isEmpty();
    }
}

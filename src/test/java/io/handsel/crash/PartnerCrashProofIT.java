package io.handsel.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Kills the application while applications are approved and while agreements are signed: there is never a partner
 * without agreement, manager, administrator or onboarding, never two for one application, and never a signature without
 * its text or a file.
 *
 * <p>{@code mvn verify -Pproof -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=PartnerCrashProofIT} takes
 * about 20 minutes on 2 idle cores; {@code -Dcrash.kills=100} kills more often, half of them in each part.
 */
@Tag("proof")
class PartnerCrashProofIT {

    /** So many that ten of each half do not fall into a start. */
    private static final int KILLS = Integer.getInteger("crash.kills", 24);

    private static final Duration JOB_LOCK = Duration.ofSeconds(45);

    /** As it is delivered but for the mails' lease, which would be the longest wait, and cheap hashes of passwords. */
    private static final Map<String, String> SETTINGS =
            Map.of("HANDSEL_NOTIFICATIONS_LEASE", "PT45S", "HANDSEL_SECURITY_ARGON2MEMORYINKIB", "64");

    @Test
    void never_a_partner_without_agreement_or_manager_and_never_two() {
        var report =
                new PartnerKillPlay(Store.postgresql(), KILLS / 2, 5 * KILLS, SETTINGS, JOB_LOCK.plusSeconds(30)).run();

        System.out.println(report);
        assertThat(report.broken()).isEmpty();
        assertThat(report.findings().all()).isEmpty();
        assertThat(report.told().refused()).isEmpty();
        assertThat(report.told().approved()).isNotEmpty();
        assertThat(report.told().counterSigned()).isNotEmpty();
        assertThat(report.metApprovals()).isPositive();
        assertThat(report.metSignatures()).isPositive();
    }
}

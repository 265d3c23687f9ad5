package io.handsel.crash;

import java.time.Duration;
import java.util.Map;

/**
 * People register and decide deals while the application is killed again and again. Then it is left in peace for as long
 * as a job's lock and half a minute, and everything people were told must be so.
 *
 * @param kills how often
 * @param load how many sales people work at the same time
 * @param patience how long it is left in peace
 */
record KillPlay(Store store, int kills, int partners, int load, Map<String, String> settings, Duration patience) {

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
        var cast = Cast.registeredIn(store.springProperties(), partners, 2);
        try (var mailbox = new Mailbox()) {
            var killer = new Killer(store, mailbox, settings);
            try (var load = new Load(killer.site(), true)) {
                load.begin(cast, this.load);
                killer.kill(kills, () -> load.told().steps(), load::unanswered, () -> {});
                var settled = killer.inPeace(() -> settle(load, mailbox));
                var findings = DealInspection.of(store, load.told(), mailbox);
                return new Report(load.told(), findings, mailbox.count(), mailbox.resent(), settled, killer.seed());
            }
        }
    }

    /** @return how long it took */
    private Duration settle(Load load, Mailbox mailbox) {
        Killer.inSlowTime(() -> !load.told().decided().isEmpty());
        load.end();
        var ended = System.nanoTime();
        if (store.isShared()) {
            Killer.inTime(
                    patience,
                    () -> DealInspection.of(store, load.told(), mailbox).isSettled());
        } else {
            Killer.pause(patience.toMillis());
        }
        return Duration.ofNanos(System.nanoTime() - ended);
    }
}

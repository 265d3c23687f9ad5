package io.handsel.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Applications are approved while the application is killed again and again, then the new partners sign while it is
 * killed as often. Each time it is there again, and in the end, partners and agreements are whole.
 *
 * @param kills how often, in each of the two parts; every fifth falls into a start
 * @param companies that apply
 * @param patience how long it is left in peace at the end
 */
record PartnerKillPlay(Store store, int kills, int companies, Map<String, String> settings, Duration patience) {

    /**
     * @param metApprovals kills that came while somebody who had approved waited for the answer
     * @param metSignatures the same of signatures
     * @param looks how often the database was looked into just after a start
     * @param broken what was then found
     */
    record Report(
            ToldPartners told,
            int metApprovals,
            int metSignatures,
            int looks,
            List<String> broken,
            Findings findings,
            int mails,
            Duration settled,
            long seed) {

        @Override
        public String toString() {
            return told.approved().size() + " approved (" + told.recommended().size() + " by two), "
                    + told.signed().size() + " signed (" + told.counterSigned().size() + " by both), " + mails
                    + " mails; kills that met a decision: " + metApprovals + ", a signature: " + metSignatures + "; "
                    + looks + " looks, broken " + broken.size() + "; settled after " + settled.toSeconds() + " s; "
                    + findings + "; refused " + told.refused().size() + "; seed " + seed;
        }
    }

    Report run() {
        var applicants = Applicants.in(store.springProperties(), companies);
        var told = new ToldPartners();
        List<List<String>> looks = new ArrayList<>();
        Runnable look = () -> {
            var found = PartnerInspection.atAnyMoment(store, applicants, told);
            looks.add(found.all());
        };
        try (var mailbox = new Mailbox()) {
            var killer = new Killer(store, mailbox, settings);
            try (var approvals = new Approvals(killer.site(), applicants, told).begin();
                    var signatures = new Signatures(killer.site(), applicants, told, mailbox)) {
                int metApprovals = killer.kill(kills, told::decisions, approvals::unanswered, look);
                killer.inPeace(() -> {
                    Killer.inSlowTime(() -> told.approved().size() == companies);
                    approvals.end();
                    settle(applicants, told, mailbox);
                    signatures.arrive(List.copyOf(told.approved()));
                    return told.arrived();
                });
                signatures.begin();
                int metSignatures = killer.kill(kills, told::signatures, signatures::unanswered, look);
                var settled = killer.inPeace(() -> {
                    Killer.inSlowTime(() -> !told.counterSigned().isEmpty());
                    signatures.end();
                    return settle(applicants, told, mailbox);
                });
                look.run();
                return new Report(
                        told,
                        metApprovals,
                        metSignatures,
                        looks.size(),
                        looks.stream().flatMap(List::stream).toList(),
                        PartnerInspection.settled(store, applicants, told, mailbox),
                        mailbox.count(),
                        settled,
                        killer.seed());
            }
        }
    }

    /** @return how long it took */
    private Duration settle(Applicants applicants, ToldPartners told, Mailbox mailbox) {
        var begun = System.nanoTime();
        Killer.inTime(
                patience,
                () -> PartnerInspection.settled(store, applicants, told, mailbox)
                        .isSettled());
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}

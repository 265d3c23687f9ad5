package io.handsel.accounts.web;

import io.handsel.accounts.ClaimEnd;
import io.handsel.accounts.ClaimId;
import io.handsel.accounts.ClaimView;
import java.time.Duration;
import java.time.Instant;

/**
 * A reservation in the partner's list.
 *
 * @param state key below {@code accounts.reservation}
 */
record ReservationLine(ClaimId id, String customer, Instant until, boolean present, String state, String tone) {

    /** From when on the list says that it ends. No rule of a program: nothing is refused, sent or decided by it. */
    private static final Duration SOON = Duration.ofDays(3);

    static ReservationLine of(ClaimView claim, Instant now) {
        var present = claim.countsAt(now);
        var ending = present && claim.until().minus(SOON).isBefore(now);
        var end = claim.end() == null ? ClaimEnd.LAPSED : claim.end();
        return new ReservationLine(
                claim.id(),
                claim.customer(),
                claim.until(),
                present,
                present ? (ending ? "ENDING" : "OPEN") : end.name(),
                present ? (ending ? "warn" : "good") : "");
    }
}

package io.handsel.accounts.web;

import io.handsel.accounts.ClaimView;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A claim on an account's page.
 *
 * @param state key below {@code accounts.reservation}
 */
record ClaimLine(
        @Nullable String partner,
        @Nullable String person,
        String purpose,
        boolean exclusive,
        Instant from,
        Instant until,
        String state,
        String tone) {

    static ClaimLine of(ClaimView claim, Map<String, String> partners, Map<String, String> people, Instant now) {
        var line = ReservationLine.of(claim, now);
        return new ClaimLine(
                partners.get(claim.partner().toString()),
                people.get(claim.person().toString()),
                claim.purpose().name(),
                claim.exclusive(),
                claim.from(),
                claim.until(),
                line.state(),
                line.tone());
    }
}

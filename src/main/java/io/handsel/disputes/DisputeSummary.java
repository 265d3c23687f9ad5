package io.handsel.disputes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dispute as a row of a list.
 *
 * @param customer in the reader's own words; the vendor's people read the challenger's
 * @param challenger the partner's name, for the vendor's people only
 * @param holder the partner's name, for the vendor's people only; null where there is none
 * @param due the date that matters next
 */
public record DisputeSummary(
        DisputeId id,
        String number,
        DisputeCause cause,
        DisputeStatus status,
        String customer,
        @Nullable String challenger,
        @Nullable String holder,
        Instant openedAt,
        @Nullable Instant due) {}

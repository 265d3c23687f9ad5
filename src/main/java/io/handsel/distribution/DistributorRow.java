package io.handsel.distribution;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A link as its reseller sees it.
 *
 * @param until when the invitation is over
 * @param rests whether the distributor reads nothing at present, because one of both is suspended
 * @param reason why it was ended, where somebody has said so
 */
public record DistributorRow(
        LinkId id,
        String distributor,
        String sentence,
        LinkStatus status,
        Instant invitedAt,
        Instant until,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        @Nullable String reason,
        boolean rests,
        Set<SharedPart> shared) {

    public DistributorRow {
        shared = Collections.unmodifiableSet(new TreeSet<>(shared));
    }
}

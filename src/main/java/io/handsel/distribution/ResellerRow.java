package io.handsel.distribution;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A link as its distributor sees it: an invitation that nobody has accepted shows what was typed and nothing else.
 *
 * @param reseller the company's name; null as long as it has not accepted
 * @param until when an invitation is over
 * @param rests whether nothing is to be read at present, because one of both is suspended
 * @param reason why it was ended, where somebody has said so
 */
public record ResellerRow(
        LinkId id,
        String address,
        @Nullable String reseller,
        String sentence,
        LinkStatus status,
        Instant invitedAt,
        Instant until,
        @Nullable Instant endedAt,
        @Nullable String reason,
        boolean rests,
        Set<SharedPart> shared) {

    public ResellerRow {
        shared = Collections.unmodifiableSet(new TreeSet<>(shared));
    }

    /** Whether there is a page of the reseller. */
    public boolean isReadable() {
        return status == LinkStatus.ACCEPTED && !rests;
    }
}

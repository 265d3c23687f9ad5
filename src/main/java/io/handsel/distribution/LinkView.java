package io.handsel.distribution;

import io.handsel.partner.PartnerId;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A link as it is kept. Never shown to a distributor as it is: whom an invitation leads to is the reseller's to say.
 *
 * @param reseller null where the address leads to nobody
 * @param reason why it was ended, where somebody has said so
 */
record LinkView(
        LinkId id,
        PartnerId distributor,
        @Nullable PartnerId reseller,
        String address,
        String sentence,
        LinkStatus status,
        Instant invitedAt,
        Instant expiresAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        @Nullable String reason,
        Set<SharedPart> shared) {

    LinkView {
        shared = Collections.unmodifiableSet(new TreeSet<>(shared));
    }

    /** By the clock, not by the process, which may be late. */
    LinkStatus statusAt(Instant now) {
        return status == LinkStatus.PENDING && !now.isBefore(expiresAt) ? LinkStatus.EXPIRED : status;
    }

    /** Whether the reseller has said who it is. */
    boolean wasAccepted() {
        return status == LinkStatus.ACCEPTED || status == LinkStatus.ENDED;
    }
}

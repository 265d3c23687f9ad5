package io.handsel.distribution;

import java.util.Set;

/** How far a distributor and a reseller have come with each other. */
public enum LinkStatus {
    PENDING,
    ACCEPTED,
    REJECTED,
    CANCELLED,
    EXPIRED,
    ENDED;

    /** One answer to an invitation, and one end of what was accepted. */
    public boolean mayBecome(LinkStatus next) {
        return switch (this) {
            case PENDING -> Set.of(ACCEPTED, REJECTED, CANCELLED, EXPIRED).contains(next);
            case ACCEPTED -> next == ENDED;
            case REJECTED, CANCELLED, EXPIRED, ENDED -> false;
        };
    }

    /** Whether it waits or is in force. */
    public boolean isOpen() {
        return this == PENDING || this == ACCEPTED;
    }
}

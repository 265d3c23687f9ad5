package io.handsel.distribution;

/** What is told about a link; in kebab case under {@code distribution.mail}. */
public enum LinkNotice {
    INVITED,
    REMINDER,
    WITHDRAWN,
    ACCEPTED,
    REJECTED,
    EXPIRED,
    ENDED_BY_DISTRIBUTOR,
    ENDED_BY_RESELLER;

    /** Whether the reseller's people are told; else the distributor's. */
    boolean isForReseller() {
        return switch (this) {
            case INVITED, REMINDER, WITHDRAWN, ENDED_BY_DISTRIBUTOR -> true;
            case ACCEPTED, REJECTED, EXPIRED, ENDED_BY_RESELLER -> false;
        };
    }
}

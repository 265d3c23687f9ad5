package io.handsel.deals;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where a deal stands. A draft is no deal yet: it is a saved form and claims nothing. */
public enum DealStatus {
    /** The machine checks the account; nothing is editable. */
    SUBMITTED,
    /** People decide; nothing is editable. */
    IN_REVIEW,
    /** The partner mends the fields the reviewer marked. */
    ACTION_REQUIRED,
    /** Protected; the partner sells. */
    APPROVED,
    WON,
    LOST,
    EXPIRED,
    WITHDRAWN,
    REJECTED,
    /** Another partner goes on with the customer: by the customer's own choice, or by the end of a dispute. */
    TRANSFERRED;

    private static final Map<DealStatus, Set<DealStatus>> NEXT = Map.of(
            SUBMITTED, EnumSet.of(IN_REVIEW, APPROVED, REJECTED, WITHDRAWN, TRANSFERRED),
            IN_REVIEW, EnumSet.of(ACTION_REQUIRED, APPROVED, REJECTED, EXPIRED, WITHDRAWN, TRANSFERRED),
            ACTION_REQUIRED, EnumSet.of(IN_REVIEW, APPROVED, REJECTED, EXPIRED, WITHDRAWN, TRANSFERRED),
            APPROVED, EnumSet.of(WON, LOST, EXPIRED, WITHDRAWN, TRANSFERRED),
            WON, EnumSet.of(LOST),
            EXPIRED, EnumSet.of(SUBMITTED, APPROVED),
            REJECTED, EnumSet.of(SUBMITTED, APPROVED),
            TRANSFERRED, EnumSet.of(APPROVED));

    public boolean mayBecome(DealStatus next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Somebody still has to act. */
    public boolean isOpen() {
        return this == SUBMITTED || this == IN_REVIEW || this == ACTION_REQUIRED || this == APPROVED;
    }

    /** The partner waits for the vendor. */
    public boolean isUndecided() {
        return this == SUBMITTED || this == IN_REVIEW || this == ACTION_REQUIRED;
    }
}

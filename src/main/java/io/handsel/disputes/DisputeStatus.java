package io.handsel.disputes;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where a dispute stands. Each is a message, {@code disputes.status.<name>}. */
public enum DisputeStatus {
    /** Both sides put evidence. */
    EVIDENCE,
    /** The manager of the territory looks at both sides. */
    SETTLEMENT,
    /** Decided, but nothing moves yet: it may be appealed. */
    SETTLED,
    /** The director looks at it. */
    APPEALED,
    /** Decided for good; it is being carried out. */
    DECIDED,
    FINAL,
    WITHDRAWN;

    private static final Map<DisputeStatus, Set<DisputeStatus>> NEXT = Map.of(
            EVIDENCE, EnumSet.of(SETTLEMENT, WITHDRAWN),
            SETTLEMENT, EnumSet.of(SETTLED, WITHDRAWN),
            SETTLED, EnumSet.of(APPEALED, DECIDED, FINAL),
            APPEALED, EnumSet.of(DECIDED),
            DECIDED, EnumSet.of(FINAL));

    public boolean mayBecome(DisputeStatus next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Somebody still has to act. */
    public boolean isOpen() {
        return this != FINAL && this != WITHDRAWN;
    }
}

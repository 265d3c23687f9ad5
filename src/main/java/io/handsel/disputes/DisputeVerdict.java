package io.handsel.disputes;

import java.util.EnumSet;
import java.util.Set;

/** How a dispute ends. Each is a message to each side, {@code disputes.verdict.<side>.<name>}. */
public enum DisputeVerdict {
    /** Everything stays as it is; of two claims set against each other the later one ends. */
    HOLDER_KEEPS(EnumSet.of(DisputeSide.CHALLENGER)),
    /** The customer goes over to the challenger. */
    CHALLENGER_GETS(EnumSet.of(DisputeSide.HOLDER)),
    /** Each keeps what it has; the challenger is the second registrant, for what the program pays one. */
    BOTH_KEEP(EnumSet.allOf(DisputeSide.class)),
    /** There was nothing to decide. */
    INVALID(EnumSet.of(DisputeSide.CHALLENGER));

    private final Set<DisputeSide> losers;

    DisputeVerdict(Set<DisputeSide> losers) {
        this.losers = losers;
    }

    /** Who did not get all it asked for, and so may appeal. */
    public boolean mayBeAppealedBy(DisputeSide side) {
        return losers.contains(side);
    }
}

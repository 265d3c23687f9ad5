package io.handsel.recruitment;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** How far a candidate has come. Each is a message, {@code recruitment.state.<name>}. */
public enum CandidateState {
    IDENTIFIED,
    /** The first mail has left. */
    CONTACTED,
    /** Somebody there has answered. */
    ENGAGED,
    APPLIED,
    /** The company is a partner. */
    APPROVED,
    REJECTED,
    WITHDRAWN;

    private static final Map<CandidateState, Set<CandidateState>> NEXT = Map.of(
            IDENTIFIED, EnumSet.of(CONTACTED, ENGAGED, APPLIED, REJECTED, WITHDRAWN),
            CONTACTED, EnumSet.of(ENGAGED, APPLIED, REJECTED, WITHDRAWN),
            ENGAGED, EnumSet.of(APPLIED, REJECTED, WITHDRAWN),
            APPLIED, EnumSet.of(APPROVED, REJECTED, WITHDRAWN),
            // Opened again by a person, or because the company applies again.
            REJECTED, EnumSet.of(ENGAGED, APPLIED),
            WITHDRAWN, EnumSet.of(APPLIED));

    public boolean mayBecome(CandidateState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Nobody has applied yet, and nothing is decided. */
    public boolean isProspect() {
        return this == IDENTIFIED || this == CONTACTED || this == ENGAGED;
    }
}

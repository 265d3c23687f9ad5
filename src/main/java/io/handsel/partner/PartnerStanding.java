package io.handsel.partner;

import java.util.Set;

/** How far a company has come as a partner. */
public enum PartnerStanding {
    CANDIDATE,
    APPLICANT,
    ONBOARDING,
    ACTIVE,
    SUSPENDED,
    ENDED;

    /** One step forward, into and out of suspension, and from anywhere to the end. */
    public boolean mayBecome(PartnerStanding next) {
        return switch (this) {
            case CANDIDATE -> Set.of(APPLICANT, ENDED).contains(next);
            case APPLICANT -> Set.of(ONBOARDING, ENDED).contains(next);
            case ONBOARDING -> Set.of(ACTIVE, ENDED).contains(next);
            case ACTIVE -> Set.of(SUSPENDED, ENDED).contains(next);
            case SUSPENDED -> Set.of(ACTIVE, ENDED).contains(next);
            case ENDED -> false;
        };
    }

    /** Whether its people may register deals and reserve accounts. */
    public boolean maySell() {
        return this == ONBOARDING || this == ACTIVE;
    }
}

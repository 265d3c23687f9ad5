package io.handsel.partner;

import java.util.List;
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

    /** What a partner passes through on its way here, the last step being this standing itself. */
    List<PartnerStanding> way() {
        return switch (this) {
            case CANDIDATE -> List.of();
            case APPLICANT -> List.of(APPLICANT);
            case ONBOARDING -> List.of(APPLICANT, ONBOARDING);
            case ACTIVE -> List.of(APPLICANT, ONBOARDING, ACTIVE);
            case SUSPENDED -> List.of(APPLICANT, ONBOARDING, ACTIVE, SUSPENDED);
            case ENDED -> List.of(ENDED);
        };
    }

    /** Whether its people may do anything but read. */
    public boolean mayAct() {
        return this != SUSPENDED && this != ENDED;
    }

    /** Whether its people may register deals and reserve accounts. */
    public boolean maySell() {
        return this == ONBOARDING || this == ACTIVE;
    }
}

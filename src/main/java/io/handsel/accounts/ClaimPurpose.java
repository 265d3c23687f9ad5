package io.handsel.accounts;

/** Why a partner has a claim. */
public enum ClaimPurpose {
    /** A customer put aside for some days, without a deal. */
    RESERVATION,
    /** A submitted deal that is being reviewed. */
    HOLD,
    /** An approved deal. */
    PROTECTION
}

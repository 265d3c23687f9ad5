package io.handsel.accounts;

/** Why a claim was not granted; each has its sentence under {@code accounts.refused}. */
public enum ClaimRefusal {
    RESERVED,
    COLLEAGUE,
    HOUSE,
    ASSIGNED,
    NEEDS_REVIEW,
    UNCLEAR,
    CAP_REACHED,
    PAUSED_AFTER_LAPSE,
    TOO_MANY_QUESTIONS,
    /** Somebody of the vendor's people has paused this person's or this partner's asking. */
    ASKING_PAUSED,
    /** The partner may not sell at present. */
    NOT_SELLING,
    /** There is no such claim any more that could be protected or extended. */
    ENDED
}

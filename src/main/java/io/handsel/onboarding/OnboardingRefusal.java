package io.handsel.onboarding;

/** Why nothing was done about an onboarding; also keys under {@code onboarding.refused}. */
public enum OnboardingRefusal {
    /** This partner has or had its onboarding. */
    BEGUN_ALREADY,
    /** It is over. */
    NOT_RUNNING,
    /** The partner's standing is another one. */
    NOT_IN_ONBOARDING,
    /** Somebody else takes care of this partner. */
    NOT_YOURS,
    /** The step is not on the track, is done, or finishes by itself. */
    NOT_TO_BE_SAID,
    /** Nobody active of the partner, or limited to one of its locations: they could not sign. */
    SIGNER_UNSUITED,
    REASON_MISSING,
    DAYS_MISSING
}

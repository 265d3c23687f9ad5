package io.handsel.onboarding;

/** Where an onboarding stands. */
public enum OnboardingStatus {
    RUNNING,
    /** The first deal is registered: the partner is active. */
    COMPLETED,
    /** The partner has ended, by its manager's decision at the end of the time box or before. */
    ENDED,
    /** Somebody of the vendor's has made the partner active by hand. */
    CLOSED
}

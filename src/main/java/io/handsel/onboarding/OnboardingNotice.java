package io.handsel.onboarding;

/** What partners and managers are told; in kebab case under {@code onboarding.mail}. */
public enum OnboardingNotice {
    BEGUN,
    FIRST_REMINDER,
    LAST_REMINDER,
    TIME_IS_UP,
    EXTENDED,
    ACTIVE,
    STEP_DUE
}

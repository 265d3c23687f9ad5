package io.handsel.onboarding;

/** The partner became something else by hand while its onboarding ran. */
public record OnboardingClosed(OnboardingId onboarding) {}

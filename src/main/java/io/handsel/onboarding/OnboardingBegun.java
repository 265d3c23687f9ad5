package io.handsel.onboarding;

/** A partner begins. */
public record OnboardingBegun(OnboardingId onboarding) {}

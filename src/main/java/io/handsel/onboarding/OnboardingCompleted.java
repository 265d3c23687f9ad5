package io.handsel.onboarding;

import io.handsel.partner.PartnerId;

/** The partner has registered its first deal and is active. */
public record OnboardingCompleted(OnboardingId onboarding, PartnerId partner) {}

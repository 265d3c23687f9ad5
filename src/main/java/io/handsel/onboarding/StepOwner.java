package io.handsel.onboarding;

/** Who is to do a step: a column of the track. */
public enum StepOwner {
    PARTNER,
    MANAGER
}

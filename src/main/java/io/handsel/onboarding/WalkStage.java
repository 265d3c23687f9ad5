package io.handsel.onboarding;

/** What somebody does on the guided walk, one after the other; also keys under {@code onboarding.walk}. */
public enum WalkStage {
    MANAGER,
    DOCUMENT,
    PRACTICE,
    STATE
}

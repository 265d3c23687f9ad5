package io.handsel.onboarding;

/** Where a version of a plan stands. */
public enum PlanState {
    /** The manager reads it. */
    SENT,
    AGREED,
    /** The manager has given it back with a remark. */
    RETURNED
}

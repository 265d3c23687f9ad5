package io.handsel.onboarding;

/** Why nothing was done about a plan; also keys under {@code onboarding.plan.refused}. */
public enum PlanRefusal {
    /** A version waits for the manager already. */
    WAITING,
    /** It has been decided. */
    DECIDED,
    /** Somebody else takes care of this partner. */
    NOT_YOURS,
    REMARK_MISSING
}

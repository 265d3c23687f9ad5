package io.handsel.onboarding;

/** Why nothing was done about a plan; also keys under {@code onboarding.plan.refused}. */
public enum PlanRefusal {
    /** A version waits for the manager already. */
    WAITING,
    /** It has been decided. */
    DECIDED,
    /** Somebody else takes care of this partner. */
    NOT_YOURS,
    /** The plan is that of the whole company, and who sends it is of one location. */
    OF_ONE_LOCATION,
    REMARK_MISSING
}

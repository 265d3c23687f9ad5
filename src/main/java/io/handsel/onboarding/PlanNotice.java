package io.handsel.onboarding;

/** What is told of a plan; in kebab case under {@code onboarding.mail}. */
public enum PlanNotice {
    PLAN_SENT,
    PLAN_OVERDUE,
    PLAN_AGREED,
    PLAN_RETURNED;

    boolean isForManager() {
        return this == PLAN_SENT || this == PLAN_OVERDUE;
    }
}

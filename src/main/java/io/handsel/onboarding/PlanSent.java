package io.handsel.onboarding;

/** The partner has sent a version of its plan. */
public record PlanSent(PlanId plan) {}

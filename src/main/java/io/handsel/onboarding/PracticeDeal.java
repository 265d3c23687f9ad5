package io.handsel.onboarding;

import java.time.Instant;

/** A registration somebody has made to practise. It is no deal: nobody else sees it, and nothing counts it. */
public record PracticeDeal(String customer, String valueText, Instant madeAt) {}

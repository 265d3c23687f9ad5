package io.handsel.deals;

import java.time.Instant;

/** What comes next on a protected deal, and when. */
public record ProtectionPlan(Instant nextDate, ProtectionStep nextStep) {}

package io.handsel.onboarding;

import io.handsel.security.PersonId;
import java.time.Instant;

/** The clock of an onboarding, and who decides when it is over. */
public record OnboardingPlan(
        Instant firstReminderDue, Instant lastReminderDue, Instant ends, PersonId manager, Instant answerDue) {}

package io.handsel.deals;

import io.handsel.security.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a review and who is to do it.
 *
 * @param reviewer whose task it is; null if anybody of the group may take it
 * @param silenceDue when nobody's answer becomes an answer
 */
public record ReviewPlan(
        @Nullable PersonId reviewer,
        Instant reminderDue,
        Instant answerDue,
        Instant silenceDue,
        SilenceMeans silence) {}

package io.handsel.applications;

import io.handsel.security.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who decides, and by when.
 *
 * @param decider null where it is anybody's with the role
 */
public record ReviewPlan(@Nullable PersonId decider, Instant reminderDue, Instant answerDue) {}

package io.handsel.disputes;

import io.handsel.security.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who decides, and by which clock.
 *
 * @param decider null where whoever should may not, or where it is not clear who should
 */
public record SettlementPlan(@Nullable PersonId decider, Instant reminderDue, Instant answerDue) {}

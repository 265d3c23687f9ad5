package io.handsel.deals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a partner earns for a customer another one sells to; of its own value, by its own rate.
 *
 * @param earnedAt when the customer has bought; null as long as it has not
 */
public record SecondShare(
        QuotedIncentive incentive, @Nullable Instant earnedAt) {}

package io.handsel.deals;

import io.handsel.kernel.Money;
import io.handsel.kernel.Percentage;
import jakarta.persistence.Embeddable;

/**
 * What the deal earns when it is won, as fixed at approval.
 *
 * @param rule the row of the table that made it
 */
@Embeddable
public record QuotedIncentive(Percentage percent, Money amount, String rule) {}

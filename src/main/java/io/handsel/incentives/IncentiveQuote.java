package io.handsel.incentives;

import io.handsel.kernel.Money;
import io.handsel.kernel.Percentage;
import org.jspecify.annotations.Nullable;

/**
 * What a piece of business would earn, and why.
 *
 * @param cap the most that is paid; null if there is no border
 * @param amount the share of the value, the cap applied, in the program's currency
 * @param rule the name of the table's row that said so
 */
public record IncentiveQuote(
        Percentage percent, @Nullable Money cap, Money amount, Beneficiary beneficiary, String rule) {}

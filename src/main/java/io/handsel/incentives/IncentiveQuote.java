package io.handsel.incentives;

import io.handsel.kernel.Money;
import io.handsel.kernel.Percentage;
import org.jspecify.annotations.Nullable;

/**
 * What a piece of business would earn, and why. Whoever asks keeps it: rates that come later leave it alone.
 *
 * @param cap the most that is paid; null if there is no border
 * @param amount the share of the value, the cap applied, in the program's currency
 * @param rule the name of the table's row that said so
 * @param value the value the share is of; converted where the business is in another currency
 */
public record IncentiveQuote(
        Percentage percent,
        @Nullable Money cap,
        Money amount,
        Beneficiary beneficiary,
        String rule,
        Conversion value) {}

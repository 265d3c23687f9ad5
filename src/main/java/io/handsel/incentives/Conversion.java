package io.handsel.incentives;

import io.handsel.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An amount in another currency, with the rate that was taken, so that it can be shown and followed.
 *
 * @param rate how much of the new currency one unit of the old one buys
 * @param validFrom the day since which the rate counts
 */
public record Conversion(Money from, Money to, BigDecimal rate, LocalDate validFrom) {}

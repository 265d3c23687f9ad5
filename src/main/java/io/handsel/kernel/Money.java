package io.handsel.kernel;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/**
 * An exact amount in one currency, kept at the currency's own number of decimals. Arithmetic on two currencies is
 * refused: converting needs a dated rate, and a value has none.
 */
@Embeddable
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    /** The one rounding of the house: to the even neighbour, so that many small shares do not drift. */
    private static final RoundingMode ROUNDING = RoundingMode.HALF_EVEN;

    public Money {
        amount = amount.setScale(currency.getDefaultFractionDigits(), ROUNDING);
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    public static Money euros(String amount) {
        return of(amount, "EUR");
    }

    /** A currency something can be paid in, by its code; codes of metals and of none have no smallest unit. */
    public static Optional<Currency> currency(String code) {
        try {
            return Optional.of(Currency.getInstance(code.strip().toUpperCase(Locale.ROOT)))
                    .filter(currency -> currency.getDefaultFractionDigits() >= 0);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    public static Money ofMinorUnits(long units, Currency currency) {
        return new Money(BigDecimal.valueOf(units, currency.getDefaultFractionDigits()), currency);
    }

    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    public Money share(Percentage percentage) {
        return new Money(amount.multiply(percentage.asFraction()), currency);
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    public long minorUnits() {
        return amount.unscaledValue().longValueExact();
    }

    /** Whole units of the currency, fractions cut off: for decision tables, which compare with round limits. */
    public long wholeUnits() {
        return amount.longValue();
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other).amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot mix " + currency + " and " + other.currency);
        }
        return other;
    }
}

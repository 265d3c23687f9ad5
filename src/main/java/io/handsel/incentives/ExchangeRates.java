package io.handsel.incentives;

import io.handsel.engine.Decision;
import io.handsel.engine.DecisionKey;
import io.handsel.engine.Decisions;
import io.handsel.engine.Facts;
import io.handsel.kernel.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Converts amounts by the dated rates of the table {@code exchange-rate}, which tells each currency against the euro. */
@Service
public class ExchangeRates {

    static final DecisionKey TABLE = DecisionKey.of("exchange-rate");

    private final Decisions decisions;

    ExchangeRates(Decisions decisions) {
        this.decisions = decisions;
    }

    /** Empty where the table has no rate for one of the currencies on that day. */
    @Transactional(readOnly = true)
    public Optional<Conversion> convert(Money money, Currency currency, LocalDate on) {
        if (money.currency().equals(currency)) {
            return Optional.of(new Conversion(money, money, BigDecimal.ONE, on));
        }
        return rate(money.currency(), on)
                .flatMap(from -> rate(currency, on).map(to -> convert(money, currency, from, to)));
    }

    private static Conversion convert(Money money, Currency currency, Rate from, Rate to) {
        var amount = money.amount().multiply(to.perEuro).divide(from.perEuro, MathContext.DECIMAL64);
        return new Conversion(
                money,
                new Money(amount, currency),
                to.perEuro.divide(from.perEuro, MathContext.DECIMAL32),
                from.validFrom.isAfter(to.validFrom) ? from.validFrom : to.validFrom);
    }

    private Optional<Rate> rate(Currency currency, LocalDate on) {
        return decisions.all(TABLE, Facts.of("currency", currency.getCurrencyCode())).stream()
                .map(Rate::of)
                .filter(rate -> !rate.validFrom.isAfter(on))
                .max(Comparator.comparing(Rate::validFrom));
    }

    private record Rate(BigDecimal perEuro, LocalDate validFrom) {

        static Rate of(Decision row) {
            return new Rate(row.decimal("rate"), LocalDate.parse(row.text("validFrom")));
        }
    }
}

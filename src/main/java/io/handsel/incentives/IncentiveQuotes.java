package io.handsel.incentives;

import io.handsel.engine.Decision;
import io.handsel.engine.DecisionKey;
import io.handsel.engine.Decisions;
import io.handsel.engine.Facts;
import io.handsel.kernel.Money;
import io.handsel.kernel.Percentage;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Quotes what business earns under a program, by the tables {@code incentive-program} and {@code incentive-rate}. */
@Service
public class IncentiveQuotes {

    static final DecisionKey PROGRAMS = DecisionKey.of("incentive-program");
    static final DecisionKey RATES = DecisionKey.of("incentive-rate");

    private final Decisions decisions;
    private final ExchangeRates exchangeRates;

    IncentiveQuotes(Decisions decisions, ExchangeRates exchangeRates) {
        this.decisions = decisions;
        this.exchangeRates = exchangeRates;
    }

    /**
     * Empty where the program does not run on that day, has nothing for such business, or the value cannot be converted
     * into its currency.
     */
    @Transactional(readOnly = true)
    public Optional<IncentiveQuote> quote(QuoteRequest request) {
        return decisions
                .find(PROGRAMS, Facts.of("program", request.program()))
                .filter(program -> runs(program, request.on()))
                .map(program -> Currency.getInstance(program.text("currency")))
                .flatMap(currency -> exchangeRates.convert(request.value(), currency, request.on()))
                .flatMap(value ->
                        decisions.find(RATES, facts(request, value.to())).map(row -> quote(value, row)));
    }

    static boolean runs(Decision program, LocalDate on) {
        return !on.isBefore(LocalDate.parse(program.text("runsFrom")))
                && program.findText("runsUntil")
                        .map(LocalDate::parse)
                        .filter(until -> !on.isBefore(until))
                        .isEmpty();
    }

    static IncentiveQuote quote(Conversion value, Decision row) {
        var percent = new Percentage(row.decimal("percent"));
        var cap = row.findDecimal("cap").map(most -> new Money(most, value.to().currency()));
        var share = value.to().share(percent);
        return new IncentiveQuote(
                percent,
                cap.orElse(null),
                cap.filter(most -> most.compareTo(share) < 0).orElse(share),
                row.choice("beneficiary", Beneficiary.class),
                row.text("rule"),
                value);
    }

    static Facts facts(QuoteRequest request, Money value) {
        return Facts.of("program", request.program())
                .and("kind", request.kind())
                .and("tier", request.tier().name())
                .and("product", request.product())
                .and("value", value.wholeUnits())
                .and("registrant", request.registrant());
    }
}

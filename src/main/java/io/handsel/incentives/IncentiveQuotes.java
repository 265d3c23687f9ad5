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

/** Quotes what business earns under a program. The quote is fixed by whoever asked for it; later rates leave it alone. */
@Service
public class IncentiveQuotes {

    static final DecisionKey PROGRAMS = DecisionKey.of("incentive-program");
    static final DecisionKey RATES = DecisionKey.of("incentive-rate");

    private final Decisions decisions;

    IncentiveQuotes(Decisions decisions) {
        this.decisions = decisions;
    }

    /** Empty where the program does not run on that day or has nothing for such business. */
    @Transactional(readOnly = true)
    public Optional<IncentiveQuote> quote(QuoteRequest request) {
        return decisions
                .find(PROGRAMS, Facts.of("program", request.program()).and("day", number(request.on())))
                .map(program -> Currency.getInstance(program.text("currency")))
                .flatMap(currency -> quote(request, currency));
    }

    private Optional<IncentiveQuote> quote(QuoteRequest request, Currency currency) {
        if (!request.value().currency().equals(currency)) {
            return Optional.empty();
        }
        return decisions.find(RATES, facts(request)).map(row -> quote(request.value(), row));
    }

    private static IncentiveQuote quote(Money value, Decision row) {
        var percent = new Percentage(row.decimal("percent"));
        var cap = row.findDecimal("cap").map(most -> new Money(most, value.currency()));
        var share = value.share(percent);
        return new IncentiveQuote(
                percent,
                cap.orElse(null),
                cap.filter(most -> most.compareTo(share) < 0).orElse(share),
                row.choice("beneficiary", Beneficiary.class),
                row.text("rule"));
    }

    static Facts facts(QuoteRequest request) {
        return Facts.of("program", request.program())
                .and("kind", request.kind())
                .and("tier", request.tier().name())
                .and("product", request.product())
                .and("value", request.value().wholeUnits())
                .and("registrant", request.registrant());
    }

    /** A day as the tables write it: 20261122. */
    private static long number(LocalDate day) {
        return day.getYear() * 10_000L + day.getMonthValue() * 100L + day.getDayOfMonth();
    }
}

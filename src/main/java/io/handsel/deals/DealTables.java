package io.handsel.deals;

import io.handsel.engine.DecisionKey;
import io.handsel.engine.Decisions;
import io.handsel.engine.Facts;
import io.handsel.incentives.Conversion;
import io.handsel.incentives.ExchangeRates;
import io.handsel.kernel.Money;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The numbers of the programs, from the tables in {@code processes/deals}. */
@Component
class DealTables {

    static final DecisionKey PROGRAM = DecisionKey.of("deal-program");
    static final DecisionKey APPROVAL = DecisionKey.of("deal-approval");
    static final DecisionKey SERVICE_LEVEL = DecisionKey.of("service-level");
    static final DecisionKey PROTECTION = DecisionKey.of("protection");

    private static final Currency EURO = Currency.getInstance("EUR");

    private final Decisions decisions;
    private final ExchangeRates rates;
    private final Clock clock;

    DealTables(Decisions decisions, ExchangeRates rates, Clock clock) {
        this.decisions = decisions;
        this.rates = rates;
        this.clock = clock;
    }

    Optional<ProgramRules> program(String program) {
        return decisions.find(PROGRAM, Facts.of("program", program)).map(ProgramRules::of);
    }

    ProgramRules programOf(Deal deal) {
        return program(deal.program())
                .orElseThrow(() -> new IllegalStateException("No row of " + PROGRAM + " for " + deal.program()));
    }

    DecisionRoute route(RoutingFacts facts) {
        return decisions.one(APPROVAL, facts.asFacts()).choice("route", DecisionRoute.class);
    }

    ServiceLevel serviceLevel(RoutingFacts facts, DecisionRoute route) {
        return serviceLevel(
                facts.program(), facts.serviceLevel(), facts.subjectOfReview(), route, facts.valueInEuros());
    }

    /** @param policy the service level the partner's cases run under */
    ServiceLevel serviceLevel(
            String program, String policy, SubjectOfReview subject, DecisionRoute route, long valueInEuros) {
        return ServiceLevel.of(decisions.one(
                SERVICE_LEVEL,
                Facts.of("program", program)
                        .and("serviceLevel", policy)
                        .and("subjectOfReview", subject)
                        .and("route", route)
                        .and("valueInEuros", valueInEuros)));
    }

    ProtectionRules protection(Deal deal, String tier) {
        return ProtectionRules.of(decisions.one(
                PROTECTION,
                Facts.of("program", deal.program())
                        .and("tier", tier)
                        .and("valueInEuros", inEuros(deal.content().value()))));
    }

    boolean isCurrencyKnown(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .anyMatch(currency -> rates.convert(new Money(BigDecimal.ONE, currency), EURO, today())
                        .isPresent());
    }

    /** Whole euros at today's rate, fractions cut off: good for comparing with limits, not for paying. */
    long inEuros(Money value) {
        return converted(value, EURO).wholeUnits();
    }

    /** The value at today's rate, to be compared with a limit in another currency. */
    Money inCurrencyOf(Money limit, Money value) {
        return converted(value, limit.currency());
    }

    private Money converted(Money value, Currency currency) {
        return rates.convert(value, currency, today())
                .map(Conversion::to)
                .orElseThrow(() -> new IllegalStateException("No rate from " + value.currency() + " to " + currency));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}

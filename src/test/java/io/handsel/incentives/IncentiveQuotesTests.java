package io.handsel.incentives;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.engine.DecisionTable;
import io.handsel.engine.Facts;
import io.handsel.kernel.Money;
import io.handsel.kernel.Percentage;
import io.handsel.partner.PartnerTier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest
@ActiveProfiles("test")
class IncentiveQuotesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Autowired
    IncentiveQuotes quotes;

    @Autowired
    ExchangeRates exchangeRates;

    @Test
    void quotes_percent_cap_amount_and_the_rule_that_says_so() {
        var quote = quotes.quote(gold(Money.euros("500000"), TODAY)).orElseThrow();

        assertThat(quote.percent()).isEqualTo(Percentage.of("9"));
        assertThat(quote.cap()).isEqualTo(Money.euros("30000"));
        assertThat(quote.amount()).isEqualTo(Money.euros("30000"));
        assertThat(quote.beneficiary()).isEqualTo(Beneficiary.COMPANY);
        assertThat(quote.rule()).isEqualTo("new-business-gold-large");
    }

    @Test
    void converts_other_currencies_by_the_rate_of_the_day_and_says_which() {
        var quote = quotes.quote(gold(Money.of("11600", "USD"), TODAY)).orElseThrow();

        assertThat(quote.value().from()).isEqualTo(Money.of("11600", "USD"));
        assertThat(quote.value().to()).isEqualTo(Money.euros("10000.00"));
        assertThat(quote.value().validFrom()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(quote.amount()).isEqualTo(Money.euros("1000.00"));
    }

    @Test
    void takes_the_older_rate_for_an_older_day_and_none_before_the_first() {
        var dollars = Money.of("1080", "USD");
        var euro = Currency.getInstance("EUR");

        assertThat(exchangeRates.convert(dollars, euro, LocalDate.of(2025, 12, 31)))
                .get()
                .extracting(Conversion::to)
                .isEqualTo(Money.euros("1000.00"));
        assertThat(exchangeRates.convert(dollars, euro, LocalDate.of(2019, 12, 31)))
                .isEmpty();
    }

    @Test
    void converts_between_two_currencies_neither_of_which_is_the_euro() {
        var francs = exchangeRates.convert(Money.of("116", "USD"), Currency.getInstance("CHF"), TODAY);

        assertThat(francs).get().extracting(Conversion::to).isEqualTo(Money.of("93.00", "CHF"));
    }

    @Test
    void leaves_an_amount_in_the_same_currency_alone() {
        var conversion = exchangeRates
                .convert(Money.of("7", "BRL"), Currency.getInstance("BRL"), TODAY)
                .orElseThrow();

        assertThat(conversion.to()).isEqualTo(Money.of("7", "BRL"));
        assertThat(conversion.rate()).isEqualTo(BigDecimal.ONE);
    }

    @Test
    void quotes_nothing_in_a_currency_without_a_rate() {
        assertThat(quotes.quote(gold(Money.of("10000", "BRL"), TODAY))).isEmpty();
    }

    @Test
    void quotes_nothing_before_the_program_runs_or_without_one() {
        var value = Money.euros("10000");
        var elsewhere = new QuoteRequest(
                "elsewhere", "new-business", PartnerTier.of("gold"), null, value, Registrant.FIRST, TODAY);

        assertThat(quotes.quote(gold(value, LocalDate.of(2019, 12, 31)))).isEmpty();
        assertThat(quotes.quote(elsewhere)).isEmpty();
    }

    @Test
    void every_row_of_the_small_tables_answers() {
        var programs = DecisionTable.of("incentives", "incentive-program");
        var rates = DecisionTable.of("incentives", "exchange-rate");

        assertThat(IncentiveQuotes.runs(programs.one(Facts.of("program", "standard")), TODAY))
                .isTrue();
        for (var currency : List.of("EUR", "USD", "GBP", "CHF", "SEK", "PLN", "JPY")) {
            assertThat(rates.all(Facts.of("currency", currency))).isNotEmpty();
        }

        programs.assertEveryRowWasHit();
        rates.assertEveryRowWasHit();
    }

    private static QuoteRequest gold(Money value, LocalDate on) {
        return new QuoteRequest("standard", "new-business", PartnerTier.of("gold"), null, value, Registrant.FIRST, on);
    }
}

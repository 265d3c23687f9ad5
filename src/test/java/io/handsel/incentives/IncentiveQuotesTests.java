package io.handsel.incentives;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.engine.DecisionTable;
import io.handsel.engine.Facts;
import io.handsel.engine.ModelDeployment;
import io.handsel.kernel.Money;
import io.handsel.kernel.Percentage;
import io.handsel.partner.PartnerTier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

    @Autowired
    ModelDeployment models;

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

    /** Case D1 of real programs: +14 % from 10,000 USD on, in dollars, for a limited time. */
    @Test
    void a_second_program_needs_rows_and_nothing_else() {
        var shipped = files();
        var extended = new TreeMap<>(shipped);
        extended.merge(
                "processes/incentives/incentive-program.dmn",
                rule("Hunters", List.of("\"hunters\""), List.of("\"USD\"", "\"2026-01-01\"", "\"2027-01-01\"")),
                IncentiveQuotesTests::withRow);
        extended.merge(
                "processes/incentives/incentive-rate.dmn",
                rule(
                        "Hunted",
                        List.of("\"hunters\"", "", "", "", "&gt;= 10000", ""),
                        List.of("14", "", "\"company\"", "\"hunted\"")),
                IncentiveQuotesTests::withRow);

        publish(extended);
        try {
            assertThat(hunted("10000", LocalDate.of(2026, 12, 31)))
                    .get()
                    .extracting(IncentiveQuote::amount)
                    .isEqualTo(Money.of("1400", "USD"));
            assertThat(hunted("9999", TODAY)).isEmpty();
            assertThat(hunted("10000", LocalDate.of(2027, 1, 1))).isEmpty();
            assertThat(hunted("10000", LocalDate.of(2025, 12, 31))).isEmpty();
        } finally {
            publish(shipped);
        }
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

    private Optional<IncentiveQuote> hunted(String dollars, LocalDate on) {
        return quotes.quote(new QuoteRequest(
                "hunters",
                "new-business",
                PartnerTier.of("silver"),
                null,
                Money.of(dollars, "USD"),
                Registrant.FIRST,
                on));
    }

    private void publish(Map<String, String> files) {
        var contents = new TreeMap<String, byte[]>();
        files.forEach((name, text) -> contents.put(name, text.getBytes(StandardCharsets.UTF_8)));
        models.publish("incentives", contents).orElseThrow();
    }

    private static Map<String, String> files() {
        var files = new TreeMap<String, String>();
        for (var table : List.of("exchange-rate", "incentive-program", "incentive-rate")) {
            var name = "processes/incentives/" + table + ".dmn";
            try {
                files.put(name, Files.readString(Path.of(name)));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return files;
    }

    private static String withRow(String table, String row) {
        return table.replace("</decisionTable>", row + "</decisionTable>");
    }

    private static String rule(String id, List<String> inputs, List<String> outputs) {
        var row = new StringBuilder("<rule id=\"" + id + "\">");
        inputs.forEach(cell -> row.append("<inputEntry><text>" + cell + "</text></inputEntry>"));
        outputs.forEach(cell -> row.append("<outputEntry><text>" + cell + "</text></outputEntry>"));
        return row.append("</rule>").toString();
    }

    private static QuoteRequest gold(Money value, LocalDate on) {
        return new QuoteRequest("standard", "new-business", PartnerTier.of("gold"), null, value, Registrant.FIRST, on);
    }
}

package io.handsel.incentives;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.engine.DecisionTable;
import io.handsel.kernel.Money;
import io.handsel.partner.PartnerTier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncentiveRateTableTests {

    private static final DecisionTable TABLE = DecisionTable.of("incentives", "incentive-rate");

    @AfterAll
    static void every_row_was_hit() {
        TABLE.assertEveryRowWasHit();
    }

    @ParameterizedTest(name = "{0} {1} {4} of {3} EUR: {6} EUR by {5}")
    @CsvSource({
        "new-business, registered,         ,  10000.00, FIRST,  new-business-registered,       500.00",
        "new-business, registered,         , 200000.00, FIRST,  new-business-registered,      5000.00",
        "new-business, silver,             ,  49999.99, FIRST,  new-business-silver,          4000.00",
        "new-business, silver,             ,  50000.00, FIRST,  new-business-silver-large,    3500.00",
        "new-business, silver,             , 999999.00, FIRST,  new-business-silver-large,   15000.00",
        "new-business, gold,               ,  49999.00, FIRST,  new-business-gold,            4999.90",
        "new-business, gold,               ,  50000.00, FIRST,  new-business-gold-large,      4500.00",
        "new-business, gold,               , 500000.00, FIRST,  new-business-gold-large,     30000.00",
        "new-business, platinum,           ,  99999.00, FIRST,  new-business-platinum,       11999.88",
        "new-business, platinum,           , 100000.00, FIRST,  new-business-platinum-large, 11000.00",
        "new-business, platinum,           , 900000.00, FIRST,  new-business-platinum-large, 60000.00",
        "new-business, registered,         ,  10000.20, SECOND, second-registered,             250.00",
        "new-business, silver,             ,  10000.00, SECOND, second-silver,                 400.00",
        "new-business, gold,               ,  10000.00, SECOND, second-gold,                   500.00",
        "new-business, platinum,           ,  10000.00, SECOND, second-platinum,               600.00",
        "renewal,      silver,             ,  10000.00, FIRST,  renewal,                       200.00",
        "renewal,      registered,         , 999999.00, FIRST,  renewal,                      2000.00",
        "renewal,      gold,               ,  10000.00, FIRST,  renewal-higher-tiers,          300.00",
        "spif,         gold,       security,  10000.00, FIRST,  personal-bonus-security,       100.00",
        "spif,         gold,       security, 999999.00, SECOND, personal-bonus-security,       500.00",
    })
    void earns(
            String kind,
            String tier,
            @Nullable String product,
            String value,
            Registrant registrant,
            String rule,
            String amount) {
        var quote = quote("standard", kind, tier, product, value, registrant).orElseThrow();

        assertThat(quote.rule()).isEqualTo(rule);
        assertThat(quote.amount()).isEqualTo(Money.euros(amount));
        assertThat(quote.beneficiary()).isEqualTo(kind.equals("spif") ? Beneficiary.PERSON : Beneficiary.COMPANY);
    }

    @Test
    void half_a_cent_goes_to_the_even_neighbour() {
        assertThat(second("10000.20")).isEqualTo(Money.euros("250.00"));
        assertThat(second("10000.60")).isEqualTo(Money.euros("250.02"));
    }

    @ParameterizedTest
    @CsvSource({
        "elsewhere, new-business, gold,       ",
        "standard,  unheard-of,   gold,       ",
        "standard,  new-business, bronze,     ",
        "standard,  spif,         gold, backup",
    })
    void earns_nothing_where_no_row_fits(String program, String kind, String tier, @Nullable String product) {
        assertThat(quote(program, kind, tier, product, "10000", Registrant.FIRST))
                .isEmpty();
    }

    private static Money second(String value) {
        return quote("standard", "new-business", "registered", null, value, Registrant.SECOND)
                .orElseThrow()
                .amount();
    }

    private static Optional<IncentiveQuote> quote(
            String program, String kind, String tier, @Nullable String product, String value, Registrant registrant) {
        var day = LocalDate.of(2026, 11, 22);
        var money = Money.euros(value);
        var request = new QuoteRequest(program, kind, PartnerTier.of(tier), product, money, registrant, day);
        return TABLE.find(IncentiveQuotes.facts(request, money))
                .map(row -> IncentiveQuotes.quote(new Conversion(money, money, BigDecimal.ONE, day), row));
    }
}

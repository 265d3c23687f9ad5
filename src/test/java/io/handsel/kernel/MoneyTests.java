package io.handsel.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTests {

    @Test
    void keeps_the_decimals_of_its_currency() {
        assertThat(Money.euros("12.5")).hasToString("12.50 EUR");
        assertThat(Money.of("1200", "JPY")).hasToString("1200 JPY");
        assertThat(Money.of("1.2345", "KWD")).hasToString("1.234 KWD");
    }

    @ParameterizedTest
    @CsvSource({"0.125, 0.12", "0.135, 0.14", "0.145, 0.14"})
    void rounds_half_to_the_even_neighbour(String amount, String rounded) {
        assertThat(Money.euros(amount)).isEqualTo(Money.euros(rounded));
    }

    @Test
    void adds_subtracts_and_shares_exactly() {
        assertThat(Money.euros("0.10").plus(Money.euros("0.20"))).isEqualTo(Money.euros("0.30"));
        assertThat(Money.euros("10").minus(Money.euros("12.34"))).isEqualTo(Money.euros("-2.34"));
        assertThat(Money.euros("19999.99").share(Percentage.of("7.5"))).isEqualTo(Money.euros("1500.00"));
    }

    @Test
    void refuses_to_mix_currencies() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.euros("1").plus(Money.of("1", "USD")))
                .withMessageContaining("EUR");
        assertThatIllegalArgumentException().isThrownBy(() -> Money.euros("1").compareTo(Money.of("1", "USD")));
    }

    @ParameterizedTest
    @CsvSource({"EUR, true", "' eur ', true", "JPY, true", "XAU, false", "XTS, false", "EURO, false", "'', false"})
    void knows_the_currencies_something_can_be_paid_in(String code, boolean payable) {
        assertThat(Money.currency(code).isPresent()).isEqualTo(payable);
    }

    @Test
    void goes_to_minor_units_and_back() {
        assertThat(Money.euros("12.34").minorUnits()).isEqualTo(1234);
        assertThat(Money.ofMinorUnits(1234, Currency.getInstance("EUR"))).isEqualTo(Money.euros("12.34"));
        assertThat(Money.euros("9999.99").wholeUnits()).isEqualTo(9999);
    }
}

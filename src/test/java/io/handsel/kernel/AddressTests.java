package io.handsel.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTests {

    @Test
    void a_mail_address_is_lower_case_and_knows_its_host() {
        assertThat(EmailAddress.parse(" Jane.Doe@Acme.COM ")).hasToString("jane.doe@acme.com");
        assertThat(EmailAddress.parse("jane@mail.acme.com").host()).isEqualTo("mail.acme.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "jane", "jane@", "@acme.com", "jane@acme", "a@b@c.com", "jane doe@acme.com", "x@y.c"})
    void refuses_what_is_no_mail_address(String typed) {
        assertThat(EmailAddress.isValid(typed)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> EmailAddress.parse(typed));
    }

    @Test
    void a_country_is_known_by_its_code_and_named_in_the_readers_language() {
        assertThat(CountryCode.of(" de ")).hasToString("DE");
        assertThat(CountryCode.of("DE").nameIn(Locale.GERMAN)).isEqualTo("Deutschland");
        assertThat(CountryCode.isKnown("XX")).isFalse();
        assertThat(CountryCode.all()).hasSizeGreaterThan(240).doesNotHaveDuplicates();
        assertThatIllegalArgumentException().isThrownBy(() -> CountryCode.of("Germany"));
    }

    @Test
    void countries_stand_in_the_order_of_the_reader() {
        assertThat(CountryCode.namesIn(Locale.GERMAN))
                .hasSameSizeAs(CountryCode.all())
                .containsEntry("AT", "Österreich")
                .satisfies(names -> assertThat(names.values())
                        .as("not behind everything that begins with Z")
                        .containsSubsequence("Norwegen", "Österreich", "Pakistan", "Zypern"));
    }
}

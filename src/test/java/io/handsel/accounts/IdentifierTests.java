package io.handsel.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
            acme.com,                       acme.com
            https://www.shop.acme.co.uk/a,  acme.co.uk
            sales@mail.ACME.de,             acme.de
            bücher.example.de,              example.de
            bücher.de,                      xn--bcher-kva.de
            gmail.com,
            https://www.linkedin.com/acme,
            co.uk,
            localhost,
            not a domain,
            """)
    void knows_the_registrable_part_of_a_domain(String typed, @Nullable String domain) {
        assertThat(Identifier.domain(typed).map(Identifier::text).orElse(null)).isEqualTo(domain);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            123456789,        123456789
            12-345-6789,      123456789
            DUNS 123 456 789, 123456789
            12345678,
            1234567890,
            12345678X,
            """)
    void a_duns_number_has_nine_digits(String typed, @Nullable String number) {
        assertThat(Identifier.duns(typed).map(Identifier::text).orElse(null)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            DE 123 456 789,  DE, DE123456789
            123.456.789,     DE, DE123456789
            094259216,       GR, EL094259216
            123456789,         ,
            DE,              DE,
            ATU12345678,     DE, ATU12345678
            """)
    void a_vat_number_begins_with_its_country(String typed, @Nullable String country, @Nullable String number) {
        assertThat(Identifier.vat(typed, country).map(Identifier::text).orElse(null))
                .isEqualTo(number);
    }

    @Test
    void comes_in_the_same_order_whatever_is_known() {
        var question = new AccountQuestion("Acme", "acme.de", "DE", null, null, null, "123456789", "DE123456789");

        assertThat(Identifier.of(question))
                .extracting(Identifier::kind)
                .containsExactly(
                        Identifier.Kind.DUNS, Identifier.Kind.VAT, Identifier.Kind.DOMAIN, Identifier.Kind.NAME);
    }
}

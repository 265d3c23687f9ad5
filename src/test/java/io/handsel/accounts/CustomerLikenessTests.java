package io.handsel.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerLikenessTests {

    @ParameterizedTest
    @CsvSource({
        "www.acme-tools.de, shop.acmetools.co.uk",
        "acme-tools.de, acme-tools.com",
        "acme-tools.de, acrne-tools.de",
        "acme-tools.de, аcme-tools.de",
        "paypal.com, paypa1.com",
        "toolbooks.com, t0olbo0ks.com",
    })
    void domains_that_look_alike_are_alike(String one, String other) {
        assertThat(CustomerLikeness.ofDomain(one)).isPresent().isEqualTo(CustomerLikeness.ofDomain(other));
    }

    @ParameterizedTest
    @CsvSource({"acme-tools.de, acme-foods.de", "acme.de, acmeplus.de"})
    void other_domains_are_not(String one, String other) {
        assertThat(CustomerLikeness.ofDomain(one)).isNotEqualTo(CustomerLikeness.ofDomain(other));
    }

    @Test
    void hosts_that_thousands_share_say_nothing() {
        assertThat(CustomerLikeness.ofDomain("gmail.com")).isEmpty();
        assertThat(CustomerLikeness.ofDomain(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Müller Maschinenbau GmbH, Maschinenbau Muller AG",
        "Acme & Sons Ltd, ACME and Sons",
        "Acme Tools, Acrne T00ls",
    })
    void names_that_look_alike_are_alike(String one, String other) {
        assertThat(CustomerLikeness.ofName(one)).isPresent().isEqualTo(CustomerLikeness.ofName(other));
    }

    @Test
    void an_address_is_a_postcode_with_a_street_or_with_the_beginning_of_the_name() {
        assertThat(CustomerLikeness.ofAddress("DE", "10 115", "Hauptstr. 5", "Acme"))
                .isPresent()
                .isEqualTo(CustomerLikeness.ofAddress("DE", "10115", "Hauptstraße 5", "Another"));
        assertThat(CustomerLikeness.ofAddress("DE", "10115", null, "Acme Tools GmbH"))
                .isPresent()
                .isEqualTo(CustomerLikeness.ofAddress("DE", "10115", "", "Acme Foods AG"));
        assertThat(CustomerLikeness.ofAddress("DE", "10115", "Hauptstr. 5", "Acme"))
                .isNotEqualTo(CustomerLikeness.ofAddress("DE", "10115", "Hauptstr. 6", "Acme"));
        assertThat(CustomerLikeness.ofAddress("DE", "", "Hauptstr. 5", "Acme")).isEmpty();
    }
}

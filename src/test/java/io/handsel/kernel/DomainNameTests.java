package io.handsel.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTests {

    @ParameterizedTest
    @CsvSource({
        "ACME.com, acme.com",
        "https://www.acme.com/products?x=1#top, acme.com",
        "http://user:pw@shop.acme.co.uk:8443/, shop.acme.co.uk",
        "www2.acme.de., acme.de",
        "jane@acme.org, acme.org",
        "bücher.example, xn--bcher-kva.example",
        "' acme.com ', acme.com"
    })
    void normalises_what_people_type(String typed, String name) {
        assertThat(DomainName.parse(typed)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "acme", "acme.", "-acme.com", "acme..com", "acme.c", "192.168.0.1", "a b.com", "acme.123"})
    void refuses_what_is_no_domain_name(String typed) {
        assertThatIllegalArgumentException().isThrownBy(() -> DomainName.parse(typed));
        assertThat(DomainName.find(typed)).isEmpty();
    }

    @Test
    void refuses_more_than_253_characters() {
        assertThat(DomainName.find("a.".repeat(126) + "com")).isEmpty();
    }
}

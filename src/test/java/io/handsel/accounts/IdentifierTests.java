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
            DE 136 695 976,  DE, DE136695976
            136.695.976,     DE, DE136695976
            136695977,       DE,
            USt-IdNr. DE136695976, FR, DE136695976
            094259216,       GR, EL094259216
            GR094259216,     GR, EL094259216
            123456789,         ,
            DE,              DE,
            ATU13585627,     DE, ATU13585627
            ATU13585626,     AT,
            0428759497,      BE, BE0428759497
            428759497,       BE, BE0428759497
            CHE-107.787.577 IVA, CH, CHE107787577
            CZ25123891,      CZ, CZ25123891
            DK13585628,      DK, DK13585628
            EE100931558,     EE, EE100931558
            ES B58378431,    ES, ESB58378431
            FI20774740,      FI, FI20774740
            FR40303265045,   FR, FR40303265045
            FR41303265045,   FR,
            GB980780684,     GB, GB980780684
            HR33392005961,   HR, HR33392005961
            HU12892312,      HU, HU12892312
            IE6433435F,      IE, IE6433435F
            IE6433435OA,     IE, IE6433435OA
            IT00743110157,   IT, IT00743110157
            LU15027442,      LU, LU15027442
            MT11679112,      MT, MT11679112
            NL004495445B01,  NL, NL004495445B01
            NO 995 525 828 MVA, NO, NO995525828
            PL8567346215,    PL, PL8567346215
            PT501964843,     PT, PT501964843
            RO18547290,      RO, RO18547290
            SE556188840401,  SE, SE556188840401
            SI50223054,      SI, SI50223054
            SK2022749619,    SK, SK2022749619
            """)
    void a_vat_number_begins_with_its_country(String typed, @Nullable String country, @Nullable String number) {
        assertThat(Identifier.vat(typed, country).map(Identifier::text).orElse(null))
                .isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            HRB 12345 München,     DE, HRB12345MUNCHEN
            hrb-012345 (Munchen),  DE, HRB12345MUNCHEN
            SC012345,              GB, SC12345
            00012345,              GB, 12345
            HRB,                   DE,
            1 2,                   DE,
            """)
    void a_registry_number_keeps_its_register(String typed, String country, @Nullable String number) {
        assertThat(Identifier.registry(typed, country).map(Identifier::text).orElse(null))
                .isEqualTo(number);
    }

    @Test
    void comes_in_the_same_order_whatever_is_known() {
        var question = new AccountQuestion("Acme", "acme.de", "DE", null, null, null, "123456789", "DE136695976");

        assertThat(Identifier.of(question))
                .extracting(Identifier::kind)
                .containsExactly(
                        Identifier.Kind.DUNS, Identifier.Kind.VAT, Identifier.Kind.DOMAIN, Identifier.Kind.NAME);
    }
}

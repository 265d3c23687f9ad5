package io.handsel.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountNameKeyTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
            ACME GmbH,                               acme
            Acme Gesellschaft mit beschränkter Haftung, acme
            'Acme, Inc.',                            acme
            Acme S.A.,                               acme
            Acme GmbH & Co. KG,                      acme
            Müller & Söhne OHG,                      muller and sohne
            'ООО Ромашка',                           romaska
            PT Telkom Indonesia Tbk,                 telkom indonesia
            Société Générale SA,                     societe generale
            Łódź Sp. z o.o.,                         lodz
            'O''Reilly Ltd',                         oreilly
            U.S. Steel Corp.,                        us steel
            Acme.com Inc,                            acme com
            AG,                                      ag
            株式会社トヨタ,                            zhu shi hui shetoyota
            """)
    void drops_script_case_accents_punctuation_and_legal_form(String name, String key) {
        assertThat(AccountNameKey.of(name)).isEqualTo(key);
    }

    @Test
    void has_no_key_where_there_is_no_letter() {
        assertThat(AccountNameKey.of(" -?! ")).isEmpty();
    }

    @Test
    void cuts_what_grows_beyond_the_column() {
        assertThat(AccountNameKey.of("щ".repeat(200))).hasSize(AccountNameKey.LONGEST);
    }

    /** Plain letters go a shorter way, to the same end. */
    @Test
    void plain_letters_need_no_transliteration() {
        var plain = IntStream.range(0, 128).mapToObj(Character::toString).collect(Collectors.joining());

        assertThat(AccountNameKey.latin(plain)).isEqualTo(AccountNameKey.LATIN.transliterate(plain));
    }
}

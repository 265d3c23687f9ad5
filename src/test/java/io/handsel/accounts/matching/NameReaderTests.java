package io.handsel.accounts.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameReaderTests {

    private final NameReader reader = NameReader.SHARED;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Universität Hamburg          | University Hamburg",
                "Universidade de Lisboa       | University of Lisbon",
                "Université de Genève         | Geneva University",
                "Instituto Nacional de Física | National Institute of Physics",
                "Московский университет       | Moscow University",
                "東京大学                      | University of Tokyo",
                "Intl Trading                 | International Trading"
            })
    void reads_common_words_of_many_languages_as_one(String one, String other) {
        assertThat(words(one)).containsExactlyInAnyOrder(words(other));
    }

    @ParameterizedTest
    @CsvSource({"Bosch GmbH,Bosch", "Acme Holdings Ltd.,Acme Holdings", "ООО Ромашка,Romaska"})
    void leaves_out_the_legal_form(String withForm, String without) {
        assertThat(reader.readOne(withForm, false).core())
                .isEqualTo(reader.readOne(without, false).core());
    }

    @Test
    void keeps_the_legal_form_apart_in_one_spelling() {
        assertThat(reader.readOne("Bosch Limited", false).form())
                .isEqualTo(reader.readOne("Bosch Ltd", false).form())
                .isNotEmpty();
    }

    @Test
    void reads_numbers_however_they_are_written() {
        assertThat(words("King Edward VII Hospital")).containsExactly("king", "edward", "7", "hospital");
        assertThat(words("Second National Bank")).containsExactly("2", "national", "bank");
        assertThat(words("2nd National Bank")).containsExactly("2", "national", "bank");
    }

    @Test
    void writes_single_letters_together() {
        assertThat(words("A & B Motors")).containsExactly(words("AB Motors"));
        assertThat(words("A. B. Motors")).containsExactly(words("AB Motors"));
    }

    @Test
    void finds_the_names_on_both_sides_of_trading_as() {
        assertThat(reader.read("Miller Foods Ltd T/A The Golden Fork"))
                .extracting(ReadName::core)
                .contains("millerfoods", "goldenfork");
    }

    @Test
    void finds_the_acronym_in_brackets_but_no_country_there() {
        assertThat(reader.read("Norwegian Mapping Authority (NMA)"))
                .extracting(ReadName::core)
                .contains("nma");
        assertThat(reader.read("Siemens (Germany)")).extracting(ReadName::core).containsExactly("siemens");
    }

    @Test
    void reads_nothing_in_a_text_without_letters() {
        assertThat(reader.read("—  ?!")).isEmpty();
    }

    private String[] words(String name) {
        return reader.readOne(name, false).words();
    }
}

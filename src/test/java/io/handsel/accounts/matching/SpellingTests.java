package io.handsel.accounts.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTests {

    @ParameterizedTest
    @CsvSource({
        "siemens,siemans",
        "siemens,seimens",
        "volkswagen,volkswgen",
        "philadelphia,filadelfiya",
        "pharmaceutical,pharm",
        "mgmt,management"
    })
    void takes_a_slip_a_swap_another_transliteration_and_an_abbreviation_for_alike(String one, String other) {
        assertThat(Spelling.likeness(one, other)).isGreaterThan(0.55f).isLessThan(1);
        assertThat(Spelling.likeness(other, one)).isEqualTo(Spelling.likeness(one, other));
    }

    @ParameterizedTest
    @CsvSource({"2,3", "2019,2018", "ford,fiat", "nike,asics", "ab,abc"})
    void takes_numbers_and_other_words_for_different(String one, String other) {
        assertThat(Spelling.likeness(one, other)).isLessThan(0.55f);
    }

    @ParameterizedTest
    @CsvSource({"abc,abc,0", "abc,acb,1", "abc,abcd,1", "abc,xyz,3"})
    void counts_a_swap_of_neighbours_as_one_edit(String one, String other, int edits) {
        assertThat(Spelling.edits(one, other, 3)).isEqualTo(edits);
    }
}

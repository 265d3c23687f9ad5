package io.handsel.accounts.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RecognitionTests {

    private static final LiveIndex INDEX = LiveIndex.of(accounts().iterator(), read -> {});

    private static List<KnownAccount> accounts() {
        var accounts = new ArrayList<KnownAccount>();
        accounts.add(new KnownAccount("eth", List.of("Swiss Federal Institute of Technology"), "CH", "Zurich"));
        accounts.add(new KnownAccount("bosch", List.of("Robert Bosch GmbH"), "DE", "Stuttgart"));
        accounts.add(new KnownAccount("vw", List.of("Volkswagen AG"), "DE", "Wolfsburg"));
        accounts.add(new KnownAccount("charite", List.of("Charité – Universitätsmedizin Berlin"), "DE", "Berlin"));
        accounts.add(new KnownAccount("lisbon", List.of("University of Lisbon"), "PT", "Lisbon"));
        accounts.add(new KnownAccount("oslo", List.of("University of Oslo"), "NO", "Oslo"));
        accounts.add(new KnownAccount("bergen", List.of("University of Bergen"), "NO", "Bergen"));
        accounts.add(new KnownAccount("toyota", List.of("Toyota Motor Corporation", "トヨタ自動車"), "JP", "Toyota"));
        accounts.add(new KnownAccount("fork", List.of("Miller Foods Ltd T/A The Golden Fork"), "GB", ""));
        accounts.add(new KnownAccount("phase2", List.of("Harbour Wind Park II Ltd"), "GB", "Hull"));
        accounts.add(new KnownAccount("phase3", List.of("Harbour Wind Park III Ltd"), "GB", "Hull"));
        for (int i = 0; i < 400; i++) {
            accounts.add(new KnownAccount("other" + i, List.of(filler(i)), i % 2 == 0 ? "US" : "GB", ""));
        }
        return accounts;
    }

    private static String filler(int i) {
        var first =
                List.of("Amber", "Birch", "Cedar", "Delta", "Ember", "Falcon", "Granite", "Hazel", "Indigo", "Juniper");
        var second = List.of(
                "Bakery", "Logistics", "Dental Care", "University", "Consulting", "Research", "Motors", "Foods");
        return first.get(i % 10) + first.get(i / 10 % 10).toLowerCase() + " " + second.get(i % 8) + " Ltd";
    }

    @ParameterizedTest
    @CsvSource({
        "Robert Bosch,DE,Stuttgart,bosch",
        "Robert Bsoch GmbH,DE,Stuttgart,bosch",
        "Bosch Robert,DE,,bosch",
        "Volks Wagen,DE,Wolfsburg,vw",
        "Universidade de Lisboa,PT,Lisbon,lisbon",
        "Universitetet i Oslo,NO,Oslo,oslo",
        "The Golden Fork,GB,,fork",
        "Miller Foods Limited,GB,,fork",
        "トヨタ自動車,JP,Toyota,toyota",
        "SFIT,CH,Zurich,eth"
    })
    void finds_the_account_behind_another_spelling(String name, String country, String city, String account) {
        var answers = INDEX.recognise(new NameQuestion(name, country, city == null ? "" : city))
                .likely();

        assertThat(answers.get(0).id()).isEqualTo(account);
    }

    @Test
    void tells_phase_two_from_phase_three() {
        var answers = INDEX.recognise(new NameQuestion("Harbour Wind Park 3", "GB", "Hull"))
                .likely();

        assertThat(answers.get(0).id()).isEqualTo("phase3");
        assertThat(answers.get(0).probability()).isGreaterThan(answers.get(1).probability());
    }

    @Test
    void calls_a_company_that_is_not_there_free() {
        var recognition = INDEX.recognise(new NameQuestion("Quillfeather Saddlery", "US", ""));

        assertThat(recognition.verdict()).isEqualTo(MatchVerdict.FREE);
    }

    @Test
    void answers_nothing_to_a_name_without_letters() {
        assertThat(INDEX.recognise(new NameQuestion("???", "", "")))
                .isEqualTo(new Recognition(MatchVerdict.FREE, List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Department of Physics, University of Oslo, Oslo, Norway | oslo",
                "Faculty of Law, University of Bergen | bergen",
                "Klinik für Neurologie, Charité Universitätsmedizin Berlin, Berlin, Germany | charite"
            })
    void finds_the_organisation_in_a_line_with_its_department(String line, String account) {
        assertThat(INDEX.recogniseLine(line).likely().get(0).id()).isEqualTo(account);
    }

    @Test
    void names_the_group_a_subsidiary_may_belong_to() {
        assertThat(INDEX.recognise(new NameQuestion("Bosch Rexroth", "DE", "Lohr"))
                        .related()
                        .get(0)
                        .id())
                .isEqualTo("bosch");
    }

    @Test
    void says_why() {
        assertThat(evidence("Robert Bosch AG", "DE", "Stuttgart"))
                .contains(Evidence.SAME_NAME, Evidence.SAME_CITY, Evidence.SAME_COUNTRY, Evidence.LEGAL_FORM_DIFFERS);
        assertThat(evidence("Bosch Robert", "AT", "Vienna"))
                .contains(Evidence.SAME_WORDS_OTHER_ORDER, Evidence.OTHER_CITY, Evidence.OTHER_COUNTRY);
        assertThat(evidence("The Golden Fork", "GB", "")).contains(Evidence.TRADING_NAME);
        assertThat(evidence("Volkswagne", "DE", "")).contains(Evidence.SPELT_ALIKE);
        assertThat(evidence("Harbour Wind Park IX", "GB", "")).contains(Evidence.NUMBER_DIFFERS);
    }

    @ParameterizedTest
    @EnumSource(Evidence.class)
    void has_a_text_for_each_reason(Evidence reason) {
        assertThat(ResourceBundle.getBundle("messages", Locale.ROOT).containsKey(reason.key()))
                .isTrue();
    }

    private static Set<Evidence> evidence(String name, String country, String city) {
        return INDEX.recognise(new NameQuestion(name, country, city))
                .likely()
                .get(0)
                .evidence();
    }

    @Test
    void gives_each_answer_the_same_way_each_time() {
        var question = new NameQuestion("University of Lisbon", "PT", "Lisbon");

        assertThat(INDEX.recognise(question)).isEqualTo(INDEX.recognise(question));
    }
}

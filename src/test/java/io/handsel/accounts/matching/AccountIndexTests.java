package io.handsel.accounts.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountIndexTests {

    private static final AccountIndex.Asking ASKING =
            AccountIndex.of(accounts()).asking();

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
        var answers = ASKING.ask(new NameQuestion(name, country, city == null ? "" : city));

        assertThat(answers.get(0).id()).isEqualTo(account);
    }

    @Test
    void tells_phase_two_from_phase_three() {
        var answers = ASKING.ask(new NameQuestion("Harbour Wind Park 3", "GB", "Hull"));

        assertThat(answers.get(0).id()).isEqualTo("phase3");
        assertThat(answers.get(0).probability()).isGreaterThan(answers.get(1).probability());
    }

    @Test
    void calls_a_company_that_is_not_there_free() {
        var answers = ASKING.ask(new NameQuestion("Quillfeather Saddlery", "US", ""));

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(MatchVerdict.of(answer.probability())).isEqualTo(MatchVerdict.FREE));
    }

    @Test
    void answers_nothing_to_a_name_without_letters() {
        assertThat(ASKING.ask(new NameQuestion("???", "", ""))).isEmpty();
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
        assertThat(ASKING.askLine(line).get(0).id()).isEqualTo(account);
    }

    @Test
    void names_the_group_a_subsidiary_may_belong_to() {
        assertThat(ASKING.related(new NameQuestion("Bosch Rexroth", "DE", "Lohr"))
                        .get(0)
                        .id())
                .isEqualTo("bosch");
    }

    @Test
    void gives_each_answer_the_same_way_each_time() {
        var question = new NameQuestion("University of Lisbon", "PT", "Lisbon");

        assertThat(ASKING.ask(question)).isEqualTo(ASKING.ask(question));
    }
}

package io.handsel.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.engine.DecisionTable;
import io.handsel.engine.Facts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables as they ship: every row answers at least once. */
class DisputeTablesTests {

    static final DecisionTable RULES = DecisionTable.of("disputes", "dispute-rules");
    static final DecisionTable WEIGHT = DecisionTable.of("disputes", "evidence-weight");

    @AfterAll
    static void every_row_was_hit() {
        RULES.assertEveryRowWasHit();
        WEIGHT.assertEveryRowWasHit();
    }

    @ParameterizedTest
    @CsvSource({
        "REJECTED,    standard, 5,  5",
        "LAPSED,      standard, 5,  5",
        "TRANSFERRED, standard, 5,  5",
        "CONTESTED,   standard, 10, 5",
        "REJECTED,    premium,  5,  3",
        "CONTESTED,   premium,  10, 3"
    })
    void says_how_long_each_step_takes(DisputeCause cause, String level, int evidenceDays, int answerDays) {
        var rules = DisputeRules.of(
                RULES.one(Facts.of("program", "standard").and("cause", cause).and("serviceLevel", level)));

        assertThat(rules)
                .isEqualTo(new DisputeRules(
                        10, evidenceDays, 20, answerDays, DisputeRules.Appeal.ONCE, 5, answerDays, 50));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # kind,          age, named, attached, first, count, weight
            CUSTOMER_CHOICE,    , false, true,     false, 0,     40
            CUSTOMER_CHOICE,  1,  true,  false,    false, 0,     5
            CUSTOMER_ORDER,   90, false, true,     false, 0,     30
            CUSTOMER_ORDER,   91, false, true,     false, 0,     20
            CUSTOMER_ORDER,     , false, true,     false, 0,     20
            CUSTOMER_ORDER,   1,  true,  false,    false, 0,     5
            MEETING,          90, true,  false,    false, 0,     10
            MEETING,          91, true,  false,    false, 0,     6
            MEETING,          1,  false, true,     false, 0,     2
            MEETING,            , true,  true,     false, 0,     2
            DEMONSTRATION,    90, false, false,    false, 0,     10
            DEMONSTRATION,    91, false, false,    false, 0,     6
            DEMONSTRATION,      , true,  true,     false, 0,     2
            BUDGET_HOLDER,      , true,  false,    false, 0,     8
            BUDGET_HOLDER,    1,  false, true,     false, 0,     2
            FIRST_RECEIPT,      , false, false,    true,  0,     25
            FIRST_RECEIPT,      , false, false,    false, 0,     0
            UPDATES,            , false, false,    false, 3,     6
            UPDATES,            , false, false,    false, 1,     3
            UPDATES,            , false, false,    false, 0,     0
            ACTIVITY,           , false, false,    false, 5,     4
            ACTIVITY,           , false, false,    false, 2,     2
            ACTIVITY,           , false, false,    false, 1,     0
            OTHER,              , false, true,     false, 0,     3
            OTHER,            1,  true,  false,    false, 0,     1
            """)
    void weighs_what_is_put(
            EvidenceKind kind, Long age, boolean named, boolean attached, boolean first, long count, long weight) {
        var facts = new EvidenceFacts(kind, age, named, attached, first, count);

        assertThat(WEIGHT.one(facts.asFacts("standard")).integer("weight")).isEqualTo(weight);
    }
}

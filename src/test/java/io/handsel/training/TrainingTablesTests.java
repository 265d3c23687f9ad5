package io.handsel.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.engine.DecisionTable;
import io.handsel.engine.Facts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table as it ships: every row answers at least once. */
class TrainingTablesTests {

    static final DecisionTable TRAINING = DecisionTable.of("training", "training-rules");

    @AfterAll
    static void every_row_was_hit() {
        TRAINING.assertEveryRowWasHit();
    }

    @ParameterizedTest
    @CsvSource({"portal, 24", "another, 12"})
    void says_what_a_certificate_takes_and_how_long_it_counts(String course, int months) {
        var rules = TrainingRules.of(TRAINING.one(Facts.of("course", course)));

        assertThat(rules).isEqualTo(new TrainingRules(80, months, 60, 30, 7));
        assertThat(rules.needed(6)).isEqualTo(5);
        assertThat(rules.needed(5)).isEqualTo(4);
    }
}

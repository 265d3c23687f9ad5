package io.handsel.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.engine.DecisionTable;
import io.handsel.engine.Facts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The table as it ships: every row answers at least once. */
class LinkTablesTests {

    static final DecisionTable RULES = DecisionTable.of("distribution", "link-rules");

    @AfterAll
    static void every_row_was_hit() {
        RULES.assertEveryRowWasHit();
    }

    @Test
    void says_how_distributors_invite() {
        assertThat(LinkRules.of(RULES.one(Facts.of("tier", "gold")))).isEqualTo(new LinkRules(7, 14, 90, 20, 20));
    }
}

package io.handsel.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.engine.DecisionTable;
import io.handsel.engine.Facts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table as it ships: every row answers at least once. */
class ServiceLevelPolicyTests {

    static final DecisionTable LEVEL = DecisionTable.of("partner", "service-level-policy");

    @AfterAll
    static void every_row_was_hit() {
        LEVEL.assertEveryRowWasHit();
    }

    @ParameterizedTest
    @CsvSource({
        "security,  NZ, premium,  premium-security, 30",
        "platform,  DE, premium,  premium,          20",
        "platform,  NZ, premium,  standard,         10",
        "security,  DE, standard, standard,         10"
    })
    void says_under_which_policy_a_partner_runs(
            String product, String country, String wanted, String policy, int rank) {
        var row = LEVEL.one(Facts.of("product", product).and("country", country).and("wanted", wanted));

        assertThat(row.text("policy")).isEqualTo(policy);
        assertThat(row.integer("rank")).isEqualTo(rank);
    }
}

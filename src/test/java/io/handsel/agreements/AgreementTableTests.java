package io.handsel.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.engine.DecisionTable;
import io.handsel.engine.Facts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table as it ships: every row answers at least once. */
class AgreementTableTests {

    static final DecisionTable TABLE = DecisionTable.of("agreements", "agreement-template");

    @AfterAll
    static void every_row_was_hit() {
        TABLE.assertEveryRowWasHit();
    }

    @ParameterizedTest
    @CsvSource({
        "distributor,              distributor, true,  3, 7, 10",
        "reseller,                 reseller,    false, 3, 7, 10",
        "managed-service-provider, reseller,    false, 3, 7, 10",
        "technology,               reseller,    false, 3, 7, 10",
        "referral,                 reseller,    false, 2, 5, 7"
    })
    void says_who_signs_what_and_when_somebody_is_reminded(
            String type, String template, boolean counterSigned, int first, int second, int manager) {
        var row = TABLE.one(Facts.of("partnerType", type).and("region", "emea"));

        assertThat(row.text("template")).isEqualTo(template);
        assertThat(row.flag("counterSignature")).isEqualTo(counterSigned);
        assertThat(row.integer("firstReminderDays")).isEqualTo(first);
        assertThat(row.integer("secondReminderDays")).isEqualTo(second);
        assertThat(row.integer("escalationDays")).isEqualTo(manager);
        assertThat(row.integer("counterReminderDays")).isEqualTo(2);
        assertThat(row.integer("counterEscalationDays")).isEqualTo(5);
    }

    @Test
    void knows_nothing_for_a_type_of_its_own() {
        assertThat(TABLE.find(Facts.of("partnerType", "consultant").and("region", "emea")))
                .isEmpty();
    }
}

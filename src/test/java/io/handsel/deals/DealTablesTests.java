package io.handsel.deals;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.engine.DecisionTable;
import io.handsel.engine.Facts;
import io.handsel.kernel.Money;
import java.time.Period;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables as they ship: every row answers at least once. */
class DealTablesTests {

    static final DecisionTable APPROVAL = DecisionTable.of("deals", "deal-approval");
    static final DecisionTable SERVICE_LEVEL = DecisionTable.of("deals", "service-level");
    static final DecisionTable PROTECTION = DecisionTable.of("deals", "protection");
    static final DecisionTable PROGRAM = DecisionTable.of("deals", "deal-program");

    @AfterAll
    static void every_row_was_hit() {
        APPROVAL.assertEveryRowWasHit();
        SERVICE_LEVEL.assertEveryRowWasHit();
        PROTECTION.assertEveryRowWasHit();
        PROGRAM.assertEveryRowWasHit();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # subject,     designation, overlap,      territory, euros,  tier,     evidence, rfp,   route,                 reason
            registration,  house,       none,         true,      5000,   gold,     1,        false, reject,                house-account
            registration,  assigned,    none,         true,      5000,   gold,     1,        false, reject,                competing-claim-stronger
            registration,  open,        reserved,     true,      5000,   gold,     1,        false, reject,                duplicate
            registration,  open,        needs-review, true,      5000,   gold,     1,        false, manager,
            registration,  open,        none,         false,     5000,   gold,     1,        false, manager-then-director,
            registration,  open,        none,         true,      9999,   gold,     1,        false, automatic,
            registration,  open,        none,         true,      9999,   gold,     1,        true,  manager,
            registration,  open,        none,         true,      10000,  gold,     1,        false, manager,
            registration,  open,        none,         true,      49999,  gold,     1,        false, manager,
            registration,  open,        none,         true,      50000,  gold,     1,        false, manager-then-director,
            registration,  open,        none,         true,      50000,  platinum, 2,        false, manager,
            registration,  open,        none,         true,      50000,  platinum, 1,        false, manager-then-director,
            registration,  open,        needs-review, true,      50000,  gold,     1,        false, manager-then-director,
            registration,  open,        none,         true,      100000, platinum, 4,        false, director-and-finance,
            registration,  open,        none,         false,     100000, gold,     1,        false, director-and-finance,
            extension,     open,        none,         true,      500000, gold,     1,        false, manager,
            amendment,     open,        none,         true,      5000,   gold,     1,        false, manager,
            amendment,     open,        none,         true,      100000, gold,     1,        false, director-and-finance,
            """)
    void says_who_decides(
            String subject,
            String designation,
            String overlap,
            boolean inTerritory,
            long euros,
            String tier,
            long evidence,
            boolean rfp,
            String route,
            String reason) {
        var row = APPROVAL.one(Facts.of("program", "standard")
                .and("subjectOfReview", subject)
                .and("designation", designation)
                .and("overlap", overlap)
                .and("inTerritory", inTerritory)
                .and("valueInEuros", euros)
                .and("tier", tier)
                .and("products", "security")
                .and("evidence", evidence)
                .and("requestForProposals", rfp));

        assertThat(row.text("route")).isEqualTo(route);
        assertThat(row.findText("rejectionReason").orElse(null)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "registration, manager,               24999,  standard,         approve, 16",
        "registration, manager,               25000,  standard,         wait,    16",
        "registration, manager-then-director, 20000,  standard,         wait,    16",
        "extension,    manager,               500000, standard,         approve, 16",
        "amendment,    manager,               5000,   standard,         wait,    16",
        "registration, manager,               24999,  premium,          approve, 8",
        "registration, manager,               25000,  premium-security, wait,    8",
        "extension,    manager,               500000, premium,          approve, 8",
        "amendment,    manager,               5000,   another,          wait,    16"
    })
    void says_what_silence_means(
            String subject, String route, long euros, String level, String silence, long answerHours) {
        var row = SERVICE_LEVEL.one(Facts.of("program", "standard")
                .and("subjectOfReview", subject)
                .and("route", route)
                .and("serviceLevel", level)
                .and("valueInEuros", euros));

        assertThat(row.text("silence")).isEqualTo(silence);
        assertThat(row.integer("reminderHours")).as("at half").isEqualTo(answerHours / 2);
        assertThat(row.integer("answerHours")).isEqualTo(answerHours);
        assertThat(row.integer("silenceHours")).as("at 150 %").isEqualTo(answerHours + answerHours / 2);
        assertThat(row.integer("informationDays")).isEqualTo(3);
    }

    @Test
    void protects_for_ninety_days_and_extends_once_by_sixty() {
        var rules = ProtectionRules.of(PROTECTION.one(
                Facts.of("program", "standard").and("tier", "gold").and("valueInEuros", 30_000L)));

        assertThat(rules.length()).isEqualTo(Period.ofDays(90));
        assertThat(rules.reminderDays()).containsExactly(14, 7, 1);
        assertThat(rules.updateDays()).isEqualTo(30);
        assertThat(rules.updateWarningDays()).isEqualTo(7);
        assertThat(rules.extensions()).isEqualTo(ProtectionRules.Extensions.ONCE);
        assertThat(rules.extensionDays()).isEqualTo(60);
        assertThat(rules.askAfterDays()).isEqualTo(365);
    }

    @Test
    void a_program_without_a_row_does_not_exist() {
        assertThat(PROGRAM.find(Facts.of("program", "standard")).map(ProgramRules::of))
                .hasValueSatisfying(rules -> assertThat(rules.minimum()).isEqualTo(Money.euros("1000")));
        assertThat(PROGRAM.find(Facts.of("program", "unheard-of"))).isEmpty();
    }
}

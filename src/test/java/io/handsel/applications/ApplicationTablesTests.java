package io.handsel.applications;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.engine.DecisionTable;
import io.handsel.engine.Facts;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables as they ship: every row answers at least once. */
class ApplicationTablesTests {

    static final DecisionTable RULES = DecisionTable.of("applications", "vetting-rules");
    static final DecisionTable AGAIN = DecisionTable.of("applications", "apply-again");
    static final DecisionTable DOMAIN = DecisionTable.of("applications", "domain-policy");

    @AfterAll
    static void every_row_was_hit() {
        RULES.assertEveryRowWasHit();
        AGAIN.assertEveryRowWasHit();
        DOMAIN.assertEveryRowWasHit();
    }

    @ParameterizedTest
    @CsvSource({
        "distributor, standard, 5, true,  2",
        "reseller,    standard, 5, false, 2",
        "referral,    standard, 5, false, 2",
        "distributor, premium,  3, true,  1",
        "reseller,    premium,  3, false, 1"
    })
    void says_who_looks_and_how_long_that_takes(String type, String level, int days, boolean second, int secondDays) {
        var rules = VettingRules.of(RULES.one(Facts.of("partnerType", type)
                .and("size", "10-49")
                .and("country", "DE")
                .and("serviceLevel", level)));

        assertThat(rules).isEqualTo(new VettingRules(days, second, secondDays, 10, 50, Duration.ofDays(60)));
    }

    @ParameterizedTest
    @CsvSource({
        "INCOMPLETE, 0",
        "DOMAIN_NOT_PROVEN, 0",
        "DUPLICATE, 365",
        "MARKET_COVERED, 365",
        "NOT_A_FIT, 180",
        "OTHER, 180"
    })
    void says_when_to_come_again(RejectionGround ground, int days) {
        assertThat(AGAIN.one(Facts.of("rejection", ground)).integer("days")).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({
        "pending, found,     found,     block, not-proven",
        "expired, unknown,   unknown,   block, not-proven",
        "proven,  not-found, not-found, warn,  name-servers",
        "proven,  partly,    found,     warn,  name-servers",
        "proven,  found,     not-found, warn,  mail-servers",
        "proven,  unknown,   found,     warn,  unknown",
        "proven,  found,     unknown,   warn,  unknown",
        "proven,  found,     found,     fine,  none"
    })
    void says_what_to_make_of_a_domain(String proof, String servers, String mail, String effect, String cause) {
        var row =
                DOMAIN.one(Facts.of("proof", proof).and("nameServers", servers).and("mailServers", mail));

        assertThat(row.text("effect")).isEqualTo(effect);
        assertThat(row.text("cause")).isEqualTo(cause);
    }
}

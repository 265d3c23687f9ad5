package io.handsel.recruitment;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.engine.DecisionTable;
import io.handsel.engine.Facts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables as they ship: every row answers at least once. */
class RecruitmentTablesTests {

    static final DecisionTable PROFILE = DecisionTable.of("recruitment", "ideal-profile");
    static final DecisionTable BOUNDS = DecisionTable.of("recruitment", "profile-bounds");
    static final DecisionTable SCHEDULE = DecisionTable.of("recruitment", "outreach-schedule");

    @AfterAll
    static void every_row_was_hit() {
        PROFILE.assertEveryRowWasHit();
        BOUNDS.assertEveryRowWasHit();
        SCHEDULE.assertEveryRowWasHit();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # market, segment, employees, technicians, services, complementary, rival, reachable, criteria
            true,     true,    10,        3,           true,     true,          false, true,      market 20 segment 20 size 15 technicians 15 services 10 complementary 15 reachable 5
            false,    false,   250,       1,           false,    false,         ,      false,     size 15 technician 8
            false,    false,   251,       2,           ,         ,              true,  false,     large 8 technician 8 rival -20
            false,    false,   9,         0,           ,         ,              ,      false,     ''
            false,    false,   ,          ,            ,         ,              ,      false,     ''
            """)
    void says_what_counts_for_a_candidate(
            boolean market,
            boolean segment,
            @Nullable Integer employees,
            @Nullable Integer technicians,
            @Nullable Boolean services,
            @Nullable Boolean complementary,
            @Nullable Boolean rival,
            boolean reachable,
            String criteria) {
        var rows = PROFILE.all(Facts.of("inMarket", market)
                .and("inSegment", segment)
                .and("employees", employees)
                .and("technicians", technicians)
                .and("services", services)
                .and("complementary", complementary)
                .and("rival", rival)
                .and("reachable", reachable));

        assertThat(String.join(
                        " ",
                        rows.stream()
                                .map(row -> row.text("criterion") + " " + row.integer("points"))
                                .toList()))
                .isEqualTo(criteria);
    }

    @ParameterizedTest
    @CsvSource({"100, invite", "70, invite", "69, look", "40, look", "39, set-aside", "0, set-aside"})
    void says_what_to_do_with_a_score(int score, String advice) {
        assertThat(BOUNDS.one(Facts.of("score", score)).text("advice")).isEqualTo(advice);
    }

    @ParameterizedTest
    @CsvSource({"1, 0, first", "2, 4, second", "3, 10, last"})
    void says_which_mail_goes_out_on_which_day(int step, int day, String mail) {
        var row = SCHEDULE.one(Facts.of("step", step));

        assertThat(row.integer("day")).isEqualTo(day);
        assertThat(row.text("mail")).isEqualTo(mail);
    }

    @Test
    void after_the_last_mail_there_is_none() {
        assertThat(SCHEDULE.find(Facts.of("step", 4))).isEmpty();
    }
}

package io.handsel.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.engine.DecisionTable;
import io.handsel.engine.Facts;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables as they ship: every row answers at least once. */
class OnboardingTablesTests {

    static final DecisionTable TRACK = DecisionTable.of("onboarding", "onboarding-track");
    static final DecisionTable TIME = DecisionTable.of("onboarding", "onboarding-time");

    @AfterAll
    static void every_row_was_hit() {
        TRACK.assertEveryRowWasHit();
        TIME.assertEveryRowWasHit();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            reseller    | SIGN 3 PEOPLE, PROFILE 7 CUSTOMERS, COLLEAGUES 7 -, WALK 10 DEALS, TRAINING 14 -, PLAN 21 -, FIRST_DEAL 30 -
            distributor | SIGN 3 PEOPLE, KICK_OFF 5 -, PROFILE 7 CUSTOMERS, COLLEAGUES 7 -, WALK 10 DEALS, TRAINING 14 -, PLAN 21 -, FIRST_DEAL 30 -
            referral    | SIGN 3 PEOPLE, PROFILE 7 CUSTOMERS, WALK 10 DEALS, FIRST_DEAL 20 -
            """)
    void chooses_the_steps_by_the_type_of_partner(String type, String track) {
        var rows = TRACK.all(facts(type)).stream()
                .map(TrackStep::of)
                .sorted((one, other) -> Integer.compare(one.place(), other.place()))
                .map(row -> row.step() + " " + row.dueAfterDays() + " "
                        + row.opens().map(PortalPart::name).orElse("-"))
                .toList();

        assertThat(String.join(", ", rows)).isEqualTo(track);
    }

    @Test
    void every_step_has_a_help_text_in_both_languages() {
        for (var locale : new Locale[] {Locale.ROOT, Locale.GERMAN}) {
            var texts = ResourceBundle.getBundle("messages", locale);
            for (var type : new String[] {"reseller", "distributor", "referral"}) {
                assertThat(TRACK.all(facts(type)))
                        .allSatisfy(row -> assertThat(texts.containsKey(
                                        "onboarding.help." + TrackStep.of(row).help()))
                                .as(Objects.toString(row))
                                .isTrue());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "reseller,    standard, 30, 7,  1, 3",
        "distributor, standard, 60, 14, 3, 5",
        "reseller,    premium,  30, 7,  1, 2",
        "distributor, premium,  60, 14, 3, 3"
    })
    void says_how_long_it_takes(String type, String level, int days, int first, int last, int answer) {
        assertThat(TimeBox.of(TIME.one(facts(type).and("serviceLevel", level))))
                .isEqualTo(new TimeBox(days, first, last, answer));
    }

    private static Facts facts(String type) {
        return Facts.of("type", type).and("tier", "registered").and("region", "emea");
    }
}

package io.handsel.applications;

import io.handsel.engine.Decision;
import java.time.Duration;

/**
 * The numbers of a vetting: a row of the table {@code vetting-rules}.
 *
 * @param answerDays working days until a person has decided
 * @param second whether a second person has to agree
 * @param secondDays working days the second person has
 * @param questionDays working days the applicant has for an answer
 * @param linkValidFor how long a private link is good
 */
record VettingRules(int answerDays, boolean second, int secondDays, int questionDays, Duration linkValidFor) {

    static VettingRules of(Decision row) {
        return new VettingRules(
                days(row, "answerDays"),
                row.flag("secondReview"),
                days(row, "secondDays"),
                days(row, "questionDays"),
                row.days("linkDays"));
    }

    private static int days(Decision row, String output) {
        return Math.toIntExact(row.integer(output));
    }
}

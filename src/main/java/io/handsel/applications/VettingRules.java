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
 * @param remindAtPercent how much of their time has passed when whoever decides is reminded
 * @param linkValidFor how long a private link is good
 */
record VettingRules(
        int answerDays, boolean second, int secondDays, int questionDays, int remindAtPercent, Duration linkValidFor) {

    static VettingRules of(Decision row) {
        return new VettingRules(
                number(row, "answerDays"),
                row.flag("secondReview"),
                number(row, "secondDays"),
                number(row, "questionDays"),
                number(row, "remindAtPercent"),
                row.days("linkDays"));
    }

    private static int number(Decision row, String output) {
        return Math.toIntExact(row.integer(output));
    }
}

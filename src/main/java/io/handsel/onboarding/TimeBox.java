package io.handsel.onboarding;

import io.handsel.engine.Decision;

/**
 * A row of the table {@code onboarding-time}; calendar days.
 *
 * @param firstReminder days before the end
 * @param lastReminder days before the end
 * @param answerDays working days the manager has to decide
 */
record TimeBox(int days, int firstReminder, int lastReminder, int answerDays) {

    static TimeBox of(Decision row) {
        return new TimeBox(
                Math.toIntExact(row.integer("days")),
                Math.toIntExact(row.integer("firstReminder")),
                Math.toIntExact(row.integer("lastReminder")),
                Math.toIntExact(row.integer("answerDays")));
    }
}

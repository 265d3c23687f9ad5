package io.handsel.training;

import io.handsel.engine.Decision;

/**
 * A row of the table {@code training-rules}.
 *
 * @param passPercent of the questions
 * @param months a certificate counts
 * @param firstNotice days before its end
 */
record TrainingRules(int passPercent, int months, int firstNotice, int secondNotice, int lastNotice) {

    static TrainingRules of(Decision row) {
        return new TrainingRules(
                number(row, "passPercent"),
                number(row, "months"),
                number(row, "firstNotice"),
                number(row, "secondNotice"),
                number(row, "lastNotice"));
    }

    /** How many of so many questions are enough. */
    int needed(int questions) {
        return (questions * passPercent + 99) / 100;
    }

    private static int number(Decision row, String output) {
        return Math.toIntExact(row.integer(output));
    }
}

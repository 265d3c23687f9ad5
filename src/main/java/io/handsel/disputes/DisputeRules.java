package io.handsel.disputes;

import io.handsel.engine.Decision;

/**
 * How a dispute runs: a row of the table {@code dispute-rules}. Days are working days.
 *
 * @param openDays within which a rejection, a lapse or a transfer may be disputed
 * @param evidenceDays for both sides' evidence
 * @param mostPieces of evidence of one side
 * @param answerDays from the end of the evidence to the answer
 * @param appealDays within which an appeal is possible
 * @param appealAnswerDays from an appeal to the director's answer
 * @param remindAtPercent how much of their time has passed when whoever answers is reminded
 */
record DisputeRules(
        int openDays,
        int evidenceDays,
        int mostPieces,
        int answerDays,
        Appeal appeal,
        int appealDays,
        int appealAnswerDays,
        int remindAtPercent) {

    /** Whether a decision may be appealed. */
    enum Appeal {
        ONCE,
        NONE
    }

    static DisputeRules of(Decision row) {
        return new DisputeRules(
                number(row, "openDays"),
                number(row, "evidenceDays"),
                number(row, "mostPieces"),
                number(row, "answerDays"),
                row.choice("appeal", Appeal.class),
                number(row, "appealDays"),
                number(row, "appealAnswerDays"),
                number(row, "remindAtPercent"));
    }

    private static int number(Decision row, String output) {
        return Math.toIntExact(row.integer(output));
    }
}

package io.handsel.accounts.web;

import io.handsel.accounts.AccountAnswer;
import io.handsel.accounts.AccountVerdict;

/**
 * An answer as the page shows it. Every verdict has the same parts: a word with its tone, a sentence, what one can do
 * next.
 */
record CheckedQuestion(
        AccountAnswer answer, String tone, boolean mayReserve, boolean mayRegister, boolean mayAskColleague) {

    static CheckedQuestion of(AccountAnswer answer, boolean seller) {
        var verdict = answer.verdict();
        return new CheckedQuestion(
                answer,
                tone(verdict),
                seller && verdict == AccountVerdict.FREE,
                seller
                        && switch (verdict) {
                            case FREE, YOURS, COLLEAGUE, NEEDS_REVIEW -> true;
                            default -> false;
                        },
                seller && verdict == AccountVerdict.COLLEAGUE && answer.claim() != null);
    }

    /** Whether this was answered, and the next question has to wait. Public because the page asks. */
    public boolean slowed() {
        return answer.waitSeconds() != null
                && answer.verdict() != AccountVerdict.SLOW_DOWN
                && answer.verdict() != AccountVerdict.TOO_MANY_QUESTIONS;
    }

    private static String tone(AccountVerdict verdict) {
        return switch (verdict) {
            case FREE -> "good";
            case YOURS, COLLEAGUE -> "info";
            case NEEDS_REVIEW, UNCLEAR, TOO_MANY_QUESTIONS, SLOW_DOWN, ASKING_PAUSED -> "warn";
            case RESERVED, HOUSE, ASSIGNED -> "bad";
        };
    }
}

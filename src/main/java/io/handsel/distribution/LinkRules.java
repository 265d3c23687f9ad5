package io.handsel.distribution;

import io.handsel.engine.Decision;

/**
 * A row of the table {@code link-rules}.
 *
 * @param reminder days after the invitation
 * @param expiry days after the invitation
 * @param pause days until who has said no may be asked again
 * @param mostWaiting invitations of one distributor
 * @param mostADay invitations of one distributor
 */
record LinkRules(int reminder, int expiry, int pause, int mostWaiting, int mostADay) {

    static LinkRules of(Decision row) {
        return new LinkRules(
                number(row, "reminder"),
                number(row, "expiry"),
                number(row, "pause"),
                number(row, "mostWaiting"),
                number(row, "mostADay"));
    }

    private static int number(Decision row, String output) {
        return Math.toIntExact(row.integer(output));
    }
}

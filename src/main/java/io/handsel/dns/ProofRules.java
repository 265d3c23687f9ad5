package io.handsel.dns;

import io.handsel.engine.Decision;
import java.time.Duration;

/**
 * The numbers of a proof: a row of the table {@code domain-proof}.
 *
 * @param every how long until it is asked again
 * @param lasts how long it is looked for
 * @param codeLasts how long a code is good
 * @param codeTries how often a code may be typed
 * @param mostCodes how many codes are mailed for one proof
 */
record ProofRules(Duration every, Duration lasts, Duration codeLasts, int codeTries, int mostCodes) {

    static ProofRules of(Decision row) {
        return new ProofRules(
                Duration.ofMinutes(row.integer("everyMinutes")),
                row.days("days"),
                Duration.ofHours(row.integer("codeHours")),
                Math.toIntExact(row.integer("codeTries")),
                Math.toIntExact(row.integer("mostCodes")));
    }
}

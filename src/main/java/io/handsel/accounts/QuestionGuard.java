package io.handsel.accounts;

import io.handsel.engine.DecisionKey;
import io.handsel.engine.Decisions;
import io.handsel.engine.Facts;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How asking is watched: the table {@code question-guard}, Programme guide §5.4. */
@Component
class QuestionGuard {

    static final DecisionKey TABLE = DecisionKey.of("question-guard");

    private final Decisions decisions;

    QuestionGuard(Decisions decisions) {
        this.decisions = decisions;
    }

    /** For all partners and programs together: the last row of the table. */
    Rules ofEverybody() {
        return of("", "");
    }

    Rules of(String tier, String program) {
        var row = decisions.one(TABLE, Facts.of("tier", tier).and("program", program));
        return new Rules(
                row.integer("slowAfterPercent"),
                Duration.ofSeconds(row.integer("waitSeconds")),
                Duration.ofSeconds(row.integer("longestWaitSeconds")),
                row.integer("namesPerHour"),
                row.integer("takenPercent"),
                row.integer("takenAtLeast"),
                row.integer("alphabeticalRun"),
                row.days("keepDays"),
                Duration.ofMinutes(row.integer("repeatMinutes")),
                Duration.ofSeconds(row.integer("typingSeconds")),
                row.integer("typedPerMinute"),
                row.days("partsToldDays"));
    }

    /**
     * @param slowAfterPercent share of the quota after which the next question has to wait
     * @param firstWait how long the first such question waits; each further one as much longer
     * @param namesPerHour so many different names in an hour are worth a look
     * @param takenPercent so many of a hundred answers that say "taken" are worth a look
     * @param takenAtLeast there must be so many answers before that share means anything
     * @param alphabeticalRun so many names in the order of the alphabet are worth a look
     * @param keep how long a question is kept
     * @param repeat asking the same again so soon tells nothing new: pressing "reserve" after reading the answer is no
     *     second question
     * @param typing whoever types longer than this between two letters has settled on a question
     * @param typedPerMinute so many answers on the way to one question are one; whoever wants more of them is asking
     * @param partsTold how long a form goes by what its reader has heard of a customer's parts
     */
    record Rules(
            long slowAfterPercent,
            Duration firstWait,
            Duration longestWait,
            long namesPerHour,
            long takenPercent,
            long takenAtLeast,
            long alphabeticalRun,
            Duration keep,
            Duration repeat,
            Duration typing,
            long typedPerMinute,
            Duration partsTold) {

        /** How long the question after so many others waits. */
        Duration waitAfter(long asked, long limit) {
            var free = limit * slowAfterPercent / 100;
            if (asked < free || limit <= 0) {
                return Duration.ZERO;
            }
            var wanted = firstWait.multipliedBy(asked - free + 1);
            return wanted.compareTo(longestWait) < 0 ? wanted : longestWait;
        }
    }
}

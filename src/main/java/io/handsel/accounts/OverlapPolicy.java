package io.handsel.accounts;

import io.handsel.engine.DecisionKey;
import io.handsel.engine.Decisions;
import io.handsel.engine.Facts;
import org.springframework.stereotype.Component;

/** What a partner hears who wants an account: the table {@code reservation-overlap}, Programme guide §5.3. */
@Component
class OverlapPolicy {

    static final DecisionKey TABLE = DecisionKey.of("reservation-overlap");

    /** Where another partner's claim lies, seen from the account asked for. */
    enum Relation {
        SAME,
        ANCESTOR,
        DESCENDANT,
        /** A claim on the account, above it or below it that waits for a reviewer itself. */
        WAITING,
        NONE
    }

    /** What the vendor has laid down, seen by the partner who asks. */
    enum Standing {
        OPEN,
        HOUSE,
        ASSIGNED_TO_ASKER,
        ASSIGNED_TO_ANOTHER
    }

    /** From the friendliest to the strictest: among several the strictest counts. */
    enum Answer {
        FREE(AccountVerdict.FREE),
        REVIEW(AccountVerdict.NEEDS_REVIEW),
        RESERVED(AccountVerdict.RESERVED),
        ASSIGNED(AccountVerdict.ASSIGNED),
        HOUSE(AccountVerdict.HOUSE);

        private final AccountVerdict verdict;

        Answer(AccountVerdict verdict) {
            this.verdict = verdict;
        }

        AccountVerdict verdict() {
            return verdict;
        }
    }

    private final Decisions decisions;

    OverlapPolicy(Decisions decisions) {
        this.decisions = decisions;
    }

    Answer answer(Relation relation, Standing standing, String program) {
        return decisions
                .one(
                        TABLE,
                        Facts.of("relation", relation)
                                .and("designation", standing)
                                .and("program", program))
                .choice("answer", Answer.class);
    }
}

package io.handsel.tasklist;

import io.handsel.engine.Facts;
import org.jspecify.annotations.Nullable;

/** What became of a decision. A refusal is an expected outcome: the page shows it and keeps what was typed. */
public sealed interface DecisionOutcome {

    static DecisionOutcome decided() {
        return new Decided(Facts.none());
    }

    static DecisionOutcome decided(Facts variables) {
        return new Decided(variables);
    }

    static DecisionOutcome refused(String messageKey) {
        return new Refused(messageKey, null);
    }

    static DecisionOutcome refused(String messageKey, String field) {
        return new Refused(messageKey, field);
    }

    /** The task is completed with these variables; its process goes on. */
    record Decided(Facts variables) implements DecisionOutcome {}

    /**
     * The task stays.
     *
     * @param messageKey the sentence to the decider
     * @param field the form's field it belongs to
     */
    record Refused(String messageKey, @Nullable String field) implements DecisionOutcome {}
}

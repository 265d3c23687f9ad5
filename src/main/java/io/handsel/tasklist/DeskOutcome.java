package io.handsel.tasklist;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of something somebody wanted to do with a task. */
public sealed interface DeskOutcome {

    /** It is done. */
    record Done() implements DeskOutcome {}

    /**
     * It may not be done.
     *
     * @param messageKey the sentence to the person
     * @param arguments what the sentence names
     * @param field the form's field it belongs to
     */
    record Refused(
            String messageKey,
            List<Object> arguments,
            @Nullable String field) implements DeskOutcome {

        public Refused(Reason reason) {
            this("tasklist.refused." + reason, List.of(), null);
        }
    }

    /**
     * Somebody or something was faster.
     *
     * @param by who it was; null if no person
     */
    record Overtaken(How how, @Nullable String by, Instant at) implements DeskOutcome {

        public String messageKey() {
            return "tasklist.overtaken." + how + (by == null ? "" : ".by");
        }
    }

    /** Why something may not be done. */
    enum Reason {
        EXCLUDED,
        NOT_YOURS,
        NOT_THEIRS,
        NO_GROUP,
        NOT_AHEAD,
        DEPUTY_ENDED
    }

    /** What happened meanwhile. */
    enum How {
        TAKEN,
        DECIDED,
        WITHDRAWN,
        CHANGED
    }
}

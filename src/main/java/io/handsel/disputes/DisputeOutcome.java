package io.handsel.disputes;

import org.jspecify.annotations.Nullable;

/** What became of something somebody wanted to do with a dispute. */
public sealed interface DisputeOutcome {

    /** It is done, and the dispute stands so now. */
    record Done(DisputeId dispute, DisputeStatus status) implements DisputeOutcome {}

    /**
     * It cannot be done; nothing has changed.
     *
     * @param field the form field the reason is about
     * @param detail what the sentence needs to be helpful: a limit, a date
     */
    record Refused(
            DisputeRefusal reason,
            @Nullable String field,
            @Nullable Object detail) implements DisputeOutcome {

        public Refused(DisputeRefusal reason) {
            this(reason, null, null);
        }

        public Refused(DisputeRefusal reason, String field) {
            this(reason, field, null);
        }
    }
}

package io.handsel.deals;

import org.jspecify.annotations.Nullable;

/** What became of something somebody wanted to do with a deal. */
public sealed interface DealOutcome {

    /** It is done, and the deal stands so now. */
    record Done(DealId deal, DealStatus status) implements DealOutcome {}

    /**
     * It cannot be done; nothing has changed.
     *
     * @param field the form field the reason is about
     * @param detail what the sentence needs to be helpful: a limit, a date
     */
    record Refused(DealRefusal reason, @Nullable String field, String detail) implements DealOutcome {

        public Refused(DealRefusal reason) {
            this(reason, null, "");
        }

        public Refused(DealRefusal reason, String field) {
            this(reason, field, "");
        }
    }
}

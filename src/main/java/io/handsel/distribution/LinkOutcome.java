package io.handsel.distribution;

import org.jspecify.annotations.Nullable;

/** What has become of somebody's wish about a link. */
public sealed interface LinkOutcome {

    record Done(LinkId link) implements LinkOutcome {}

    /** @param field of the form, where it is one's fault */
    record Refused(LinkRefusal reason, @Nullable String field) implements LinkOutcome {

        public Refused(LinkRefusal reason) {
            this(reason, null);
        }
    }
}

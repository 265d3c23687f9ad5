package io.handsel.agreements;

import org.jspecify.annotations.Nullable;

/** What became of something somebody wanted to do with an agreement. */
public sealed interface AgreementOutcome {

    /** It is done; the agreement is this one, which for one asked again is another. */
    record Done(AgreementId agreement) implements AgreementOutcome {}

    /**
     * It cannot be done; nothing has changed.
     *
     * @param field the form field the reason is about
     */
    record Refused(AgreementRefusal reason, @Nullable String field) implements AgreementOutcome {

        public Refused(AgreementRefusal reason) {
            this(reason, null);
        }
    }
}

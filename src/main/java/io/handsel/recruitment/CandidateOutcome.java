package io.handsel.recruitment;

import org.jspecify.annotations.Nullable;

/** What became of something somebody wanted to do with a candidate. */
public sealed interface CandidateOutcome {

    /** @param optedOut whether whoever has its address wants no mail */
    record Added(CandidateId candidate, CandidateFit fit, boolean optedOut) implements CandidateOutcome {}

    /** The company is a candidate already; nothing has changed. */
    record Known(CandidateId candidate) implements CandidateOutcome {}

    record Done(CandidateId candidate) implements CandidateOutcome {}

    /**
     * It cannot be done; nothing has changed.
     *
     * @param field the form field the reason is about
     */
    record Refused(RecruitmentRefusal reason, @Nullable String field) implements CandidateOutcome {

        public Refused(RecruitmentRefusal reason) {
            this(reason, null);
        }
    }
}

package io.handsel.applications;

import org.jspecify.annotations.Nullable;

/**
 * What somebody says about an application.
 *
 * @param ground of a rejection
 * @param text what the applicant reads: with a rejection, or the question
 * @param note for our own people only
 * @param anotherCompany that none of the companies that look alike is the applicant
 */
public record VettingVerdict(
        Choice choice,
        @Nullable RejectionGround ground,
        @Nullable String text,
        @Nullable String note,
        boolean anotherCompany) {

    public VettingVerdict {
        text = text == null || text.isBlank() ? null : text.strip();
        note = note == null || note.isBlank() ? null : note.strip();
    }

    /** What can be said. */
    public enum Choice {
        APPROVE,
        REJECT,
        /** The applicant is asked for more. */
        ASK,
        /** The second pair of eyes wants the first to look again. */
        GIVE_BACK
    }
}

package io.handsel.forms;

/**
 * What the template of a form is given.
 *
 * @param draftVersion the version of the draft behind the page, 0 for none
 * @param sent whether the reader has sent the form, so that everything amiss is listed above it
 */
public record FormPage(FilledForm form, long draftVersion, DraftState draft, boolean sent) {

    /** How it stands with the draft. */
    public enum DraftState {
        NONE,
        SAVED,
        CHANGED_ELSEWHERE,
        TOO_LARGE
    }

    /** A form without a draft, such as a preview. */
    public static FormPage of(FilledForm form) {
        return new FormPage(form, 0, DraftState.NONE, false);
    }
}

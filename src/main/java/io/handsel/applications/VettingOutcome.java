package io.handsel.applications;

/** What became of a verdict. */
public sealed interface VettingOutcome {

    /** @param status how the application stands now */
    record Done(ApplicationStatus status) implements VettingOutcome {}

    /**
     * Nothing was changed.
     *
     * @param field the form's field it belongs to; empty where it is none of them
     */
    record Refused(ApplicationRefusal reason, String field) implements VettingOutcome {

        static Refused because(ApplicationRefusal reason) {
            return new Refused(reason, "");
        }
    }
}

package io.handsel.forms;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of a submitted form. */
public sealed interface Submission {

    /** The form as it was sent, to be shown again if the domain refuses what the form allowed. */
    FilledForm form();

    /** Every answer is in order; files wait to be kept by whoever asked for them, by the name of their field. */
    record Accepted(FormValues values, Map<String, List<Attachment>> files, FilledForm form) implements Submission {}

    /**
     * Not taken: something is wrong, or (without errors) the reader asked for another row. The form to show again and
     * the draft to keep; chosen files must be chosen again. A page answers it with status 422, so that the key of the
     * form is not spent and the draft is committed.
     */
    record Refused(Map<String, List<FormError>> errors, Map<String, @Nullable Object> draft, FilledForm form)
            implements Submission {}
}

package io.handsel.forms;

import io.handsel.forms.Component.Button;
import io.handsel.forms.Component.FilePicker;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form with its answers, ready to be shown: only what is visible, in the reader's language.
 *
 * @param draft everything typed so far, to be kept and passed in again
 */
public record FilledForm(
        FormSchema schema,
        List<FormPart> parts,
        Map<String, List<FormError>> errors,
        Map<String, @Nullable Object> draft) {

    public List<List<FormPart>> lines() {
        return FormPart.lines(parts);
    }

    public boolean valid() {
        return errors.isEmpty();
    }

    /** The parts to be mended, in the order of the page. */
    public List<FormPart> wrongParts() {
        return all().stream().filter(FormPart::invalid).toList();
    }

    /** Whether the page must send the form as multipart. */
    public boolean takesFiles() {
        return all().stream().anyMatch(part -> part.component() instanceof FilePicker);
    }

    /** Whether the schema brings its own button, so that the page needs none. */
    public boolean hasSubmit() {
        return all().stream()
                .anyMatch(part ->
                        part.component() instanceof Button && part.action().equals("submit"));
    }

    private List<FormPart> all() {
        return parts.stream().flatMap(part -> part.all().stream()).toList();
    }
}

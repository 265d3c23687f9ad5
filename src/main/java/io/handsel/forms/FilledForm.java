package io.handsel.forms;

import io.handsel.forms.Component.Button;
import io.handsel.forms.Component.FilePicker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** Whether the page has buttons that add and remove rows. */
    public boolean changesRows() {
        return all().stream().anyMatch(FormPart::changesRows);
    }

    /** The same form with a complaint about one field, or about the whole where it has no such field. */
    public FilledForm with(String field, FormError error) {
        Map<String, List<FormError>> more = new LinkedHashMap<>(errors);
        more.put(field, List.of(error));
        return new FilledForm(
                schema, parts.stream().map(part -> part.with(field, error)).toList(), more, draft);
    }

    /** Complaints that belong to no field of the page. */
    public List<FormError> otherErrors() {
        Set<String> shown = wrongParts().stream().map(FormPart::name).collect(Collectors.toSet());
        return errors.entrySet().stream()
                .filter(error -> !shown.contains(error.getKey()))
                .flatMap(error -> error.getValue().stream())
                .toList();
    }

    private List<FormPart> all() {
        return parts.stream().flatMap(part -> part.all().stream()).toList();
    }
}

package io.handsel.forms;

import java.util.List;
import java.util.Map;

/**
 * What a browser sent for a form: parameters by name, files by name. A controller method that takes one as a parameter
 * gets it from the request.
 */
public record FormInput(Map<String, List<String>> parameters, Map<String, List<Attachment>> files) {

    /** The parameter that says which saved draft the page was made from. */
    public static final String DRAFT_VERSION = "_draft";

    private static final String ADD = ":add";
    private static final String REMOVE = ":remove";

    public static FormInput of(Map<String, List<String>> parameters) {
        return new FormInput(parameters, Map.of());
    }

    /** The version of the draft behind the page, 0 for none. */
    public long draftVersion() {
        String version = first(DRAFT_VERSION);
        return version.matches("\\d{1,18}") ? Long.parseLong(version) : 0;
    }

    /** Whether a row was to be added or removed: the form is then shown again, not sent. */
    public boolean changesRows() {
        return parameters.containsKey(ADD) || parameters.containsKey(REMOVE);
    }

    boolean adds(String list) {
        return all(ADD).contains(list);
    }

    boolean removes(String row) {
        return all(REMOVE).contains(row);
    }

    boolean has(String name) {
        return parameters.containsKey(name);
    }

    List<String> all(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    String first(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? "" : all.get(0);
    }
}

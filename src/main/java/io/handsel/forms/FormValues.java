package io.handsel.forms;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The checked answers of a form: by name and kind, or as a command. What a command has no component for are
 * <em>additional answers</em>, which a designer may ask for without a programmer.
 */
public final class FormValues {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Map<String, @Nullable Object> values;

    public FormValues(Map<String, ? extends @Nullable Object> values) {
        this.values = JsonData.copy(values);
    }

    /** All answers as JSON values. */
    public Map<String, @Nullable Object> all() {
        return JsonData.copy(values);
    }

    /** The text under a dotted name, stripped; empty if there is none. */
    public String text(String name) {
        Object found = JsonData.at(values, name);
        return found == null ? "" : found.toString().strip();
    }

    public @Nullable BigDecimal decimal(String name) {
        return NumberText.exact(JsonData.at(values, name));
    }

    /** The date under a name; of a date with a time, the date as it is written. */
    public @Nullable LocalDate date(String name) {
        String text = text(name);
        try {
            return text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    public boolean flag(String name) {
        return Boolean.TRUE.equals(JsonData.at(values, name));
    }

    /** The entries of a list as text, such as the choices of a checklist. */
    public List<String> list(String name) {
        return JsonData.list(JsonData.at(values, name)).stream()
                .map(String::valueOf)
                .toList();
    }

    /** The rows of a dynamic list. */
    public List<FormValues> rows(String name) {
        return JsonData.list(JsonData.at(values, name)).stream()
                .map(row -> new FormValues(JsonData.map(row)))
                .toList();
    }

    /**
     * A command whose components are named like the fields; a field without an answer gives null, an empty text too.
     *
     * @throws IllegalArgumentException if an answer does not fit its component
     */
    public <T extends Record> T to(Class<T> command) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        names(command).forEach(name -> named.put(name, withoutBlanks(values.get(name))));
        try {
            return JSON.convertValue(named, command);
        } catch (tools.jackson.core.JacksonException misfit) {
            throw new IllegalArgumentException(
                    "The answers do not fit " + command.getSimpleName() + ": " + misfit.getOriginalMessage(), misfit);
        }
    }

    /** The answers the command has no component for. */
    public Map<String, @Nullable Object> additionalTo(Class<? extends Record> command) {
        Map<String, @Nullable Object> additional = JsonData.copy(values);
        additional.keySet().removeAll(names(command));
        return additional;
    }

    /** The additional answers as JSON text, for the column that keeps them. */
    public String additionalJson(Class<? extends Record> command) {
        return JSON.writeValueAsString(additionalTo(command));
    }

    static Set<String> names(Class<? extends Record> command) {
        return Arrays.stream(command.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }

    private static @Nullable Object withoutBlanks(@Nullable Object value) {
        if (value instanceof String text) {
            return text.isBlank() ? null : text;
        }
        if (value instanceof Map<?, ?> entries) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            entries.forEach((key, entry) -> copy.put(String.valueOf(key), withoutBlanks(entry)));
            return copy;
        }
        return value instanceof List<?> items
                ? items.stream().map(FormValues::withoutBlanks).collect(Collectors.toList())
                : value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FormValues same && values.equals(same.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Names only: answers are nobody's business in a log. */
    @Override
    public String toString() {
        return "FormValues" + values.keySet();
    }
}

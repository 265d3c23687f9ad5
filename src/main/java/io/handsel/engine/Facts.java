package io.handsel.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plain values by name, given to a process or a decision. What is not plain (an object, a list, a fraction) is refused:
 * expressions and FEEL could reach into it.
 */
public final class Facts {

    private static final Facts NONE = new Facts(Map.of());

    private final Map<String, @Nullable Object> values;

    private Facts(Map<String, @Nullable Object> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    public static Facts none() {
        return NONE;
    }

    public static Facts of(String name, @Nullable Object value) {
        return NONE.and(name, value);
    }

    public static <T> Facts of(ProcessVariable<T> variable, T value) {
        return NONE.and(variable, value);
    }

    /** The plain ones among these values. */
    static Facts plainOf(Map<String, @Nullable Object> values) {
        var plain = new LinkedHashMap<String, @Nullable Object>();
        values.forEach((name, value) -> {
            if (isPlain(value)) {
                plain.put(name, plain(name, value));
            }
        });
        return new Facts(plain);
    }

    /** Whether {@link #and(String, Object)} takes the value. */
    public static boolean isPlain(@Nullable Object value) {
        return value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Date
                || value instanceof Long
                || value instanceof Integer
                || value instanceof Short
                || value instanceof Enum<?>
                || value instanceof Instant
                || value instanceof LocalDate;
    }

    /** @throws IllegalArgumentException if the value is not plain */
    public Facts and(String name, @Nullable Object value) {
        var more = new LinkedHashMap<>(values);
        more.put(name, plain(name, value));
        return new Facts(more);
    }

    public <T> Facts and(ProcessVariable<T> variable, T value) {
        return and(variable.name(), variable.written(value));
    }

    public Facts and(Facts others) {
        var more = new LinkedHashMap<>(values);
        more.putAll(others.values);
        return new Facts(more);
    }

    public Set<String> names() {
        return values.keySet();
    }

    public @Nullable Object get(String name) {
        return values.get(name);
    }

    Map<String, @Nullable Object> asVariables() {
        return values;
    }

    private static @Nullable Object plain(String name, @Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Boolean || value instanceof Date) {
            return value;
        }
        if (value instanceof Long || value instanceof Integer || value instanceof Short) {
            return ((Number) value).longValue();
        }
        if (value instanceof Enum<?> constant) {
            return Spelling.kebabCase(constant);
        }
        if (value instanceof Instant instant) {
            return Date.from(instant);
        }
        if (value instanceof LocalDate date) {
            return Date.from(date.atStartOfDay(ZoneOffset.UTC).toInstant());
        }
        throw new IllegalArgumentException(
                "Fact " + name + " is no plain value: " + value.getClass().getName());
    }

    @Override
    public String toString() {
        return values.keySet().toString();
    }
}

package io.handsel.forms;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers as nested maps and lists of JSON values, reached by paths of names and row numbers. */
final class JsonData {

    private JsonData() {}

    /** A copy that holds JSON values only; anything else is refused, for FEEL could call its methods. */
    static Map<String, @Nullable Object> copy(Map<String, ?> data) {
        return map(plain(data));
    }

    @Nullable
    static Object plain(@Nullable Object value) {
        if (value instanceof Map<?, ?> entries) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            entries.forEach((key, entry) -> copy.put(String.valueOf(key), plain(entry)));
            return copy;
        }
        if (value instanceof Collection<?> items) {
            List<@Nullable Object> copy = new ArrayList<>(items.size());
            items.forEach(item -> copy.add(plain(item)));
            return copy;
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof TemporalAccessor || value instanceof TemporalAmount) {
            return value.toString();
        }
        if (value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof BigDecimal
                || value instanceof BigInteger
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Short) {
            return value;
        }
        if (value instanceof Number number) {
            return number(number);
        }
        throw new IllegalArgumentException(
                "A form takes JSON values only, not " + value.getClass().getName());
    }

    /** FEEL hands out floating numbers for what is an exact decimal. */
    private static @Nullable Object number(Number number) {
        try {
            return new BigDecimal(number.toString());
        } catch (NumberFormatException notFinite) {
            return null;
        }
    }

    /** One dotted path behind the other; an empty one adds nothing. */
    static String joined(String first, String second) {
        return first.isEmpty() ? second : second.isEmpty() ? first : first + "." + second;
    }

    static List<Object> path(String dotted) {
        return dotted.isEmpty() ? List.of() : List.of((Object[]) dotted.split("\\."));
    }

    static List<Object> path(List<Object> parent, String dotted) {
        List<Object> path = new ArrayList<>(parent);
        path.addAll(path(dotted));
        return path;
    }

    @Nullable
    static Object at(@Nullable Object from, List<Object> path) {
        Object here = from;
        for (Object step : path) {
            if (step instanceof Integer index) {
                here = here instanceof List<?> list && index < list.size() ? list.get(index) : null;
            } else {
                here = here instanceof Map<?, ?> entries ? entries.get(step) : null;
            }
        }
        return here;
    }

    @Nullable
    static Object at(Map<String, @Nullable Object> from, String dotted) {
        return at(from, path(dotted));
    }

    static boolean has(Map<String, @Nullable Object> from, String dotted) {
        List<Object> path = path(dotted);
        return at(from, path.subList(0, path.size() - 1)) instanceof Map<?, ?> parent
                && parent.containsKey(path.get(path.size() - 1));
    }

    static void put(Map<String, @Nullable Object> into, String dotted, @Nullable Object value) {
        put(into, path(dotted), value);
    }

    static void put(Map<String, @Nullable Object> into, List<Object> path, @Nullable Object value) {
        Object here = into;
        for (Object step : path.subList(0, path.size() - 1)) {
            here = step instanceof Integer index ? list(here).get(index) : child(map(here), (String) step);
        }
        Object last = path.get(path.size() - 1);
        if (last instanceof Integer index) {
            list(here).set(index, value);
        } else {
            map(here).put((String) last, value);
        }
    }

    static void remove(Map<String, @Nullable Object> from, List<Object> path) {
        if (at(from, path.subList(0, path.size() - 1)) instanceof Map<?, ?> parent) {
            parent.remove(path.get(path.size() - 1));
        }
    }

    /** The map at a dotted path, made when missing; an empty path is the map itself. */
    static Map<String, @Nullable Object> section(Map<String, @Nullable Object> from, String dotted) {
        Map<String, @Nullable Object> here = from;
        for (Object step : path(dotted)) {
            Object next = child(here, (String) step);
            if (!(next instanceof Map)) {
                next = new LinkedHashMap<>();
                here.put((String) step, next);
            }
            here = map(next);
        }
        return here;
    }

    private static Object child(Map<String, @Nullable Object> parent, String key) {
        Object child = parent.get(key);
        if (child instanceof Map || child instanceof List) {
            return child;
        }
        Map<String, @Nullable Object> made = new LinkedHashMap<>();
        parent.put(key, made);
        return made;
    }

    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> entries ? (Map<String, Object>) entries : new LinkedHashMap<>();
    }

    @SuppressWarnings("unchecked")
    static List<@Nullable Object> list(@Nullable Object value) {
        return value instanceof List<?> items ? (List<Object>) items : new ArrayList<>();
    }
}

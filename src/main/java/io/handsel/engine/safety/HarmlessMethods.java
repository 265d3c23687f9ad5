package io.handsel.engine.safety;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.time.DateTime;

/**
 * Methods that expressions may call on plain data. To be listed, a method must return plain data, change
 * nothing, take time and memory in proportion to its input, and touch nothing outside the value. That is why
 * these are missing: {@code getClass} (the way to all code), {@code repeat}, {@code format} and
 * {@code replace} (small text, huge result), {@code matches} and {@code split} (regular expressions that never
 * end), and whatever changes a list or map (variables change through output mappings only).
 */
final class HarmlessMethods {

    private static final Map<Class<?>, Set<String>> BY_TYPE = new LinkedHashMap<>();

    static {
        BY_TYPE.put(
                String.class,
                Set.of(
                        "length",
                        "isEmpty",
                        "isBlank",
                        "trim",
                        "toLowerCase",
                        "toUpperCase",
                        "contains",
                        "startsWith",
                        "endsWith",
                        "substring",
                        "equals",
                        "equalsIgnoreCase"));
        BY_TYPE.put(Boolean.class, Set.of("equals"));
        BY_TYPE.put(Number.class, Set.of("intValue", "longValue", "doubleValue", "equals"));
        BY_TYPE.put(Map.class, Set.of("get", "containsKey", "size", "isEmpty"));
        BY_TYPE.put(List.class, Set.of("get", "indexOf", "contains", "size", "isEmpty"));
        BY_TYPE.put(Collection.class, Set.of("contains", "size", "isEmpty"));
        BY_TYPE.put(Date.class, Set.of("before", "after", "getTime", "equals"));
        Set<String> calendar = Set.of(
                "isBefore",
                "isAfter",
                "equals",
                "getYear",
                "getMonthValue",
                "getDayOfMonth",
                "plusDays",
                "plusWeeks",
                "plusMonths",
                "plusYears",
                "minusDays",
                "minusWeeks",
                "minusMonths",
                "minusYears");
        BY_TYPE.put(LocalDate.class, calendar);
        BY_TYPE.put(LocalDateTime.class, calendar);
        BY_TYPE.put(Instant.class, Set.of("isBefore", "isAfter", "equals", "toEpochMilli"));
        // What the engine's own function dateTime() returns, as in ${dateTime().plusDays(3).toDate()}.
        BY_TYPE.put(
                DateTime.class,
                Set.of(
                        "plusMinutes",
                        "plusHours",
                        "plusDays",
                        "plusWeeks",
                        "plusMonths",
                        "minusMinutes",
                        "minusHours",
                        "minusDays",
                        "minusWeeks",
                        "minusMonths",
                        "toDate"));
    }

    private HarmlessMethods() {}

    static boolean allow(Object value, String method) {
        return BY_TYPE.entrySet().stream()
                .filter(entry -> entry.getKey().isInstance(value))
                .anyMatch(entry -> entry.getValue().contains(method));
    }
}

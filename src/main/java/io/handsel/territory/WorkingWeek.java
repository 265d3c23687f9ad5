package io.handsel.territory;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * When people work, by day of the week; a day without hours is free. At least one day has hours, so that every deadline
 * comes.
 */
public record WorkingWeek(Map<DayOfWeek, DayHours> days) {

    public WorkingWeek {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("A working week needs a day on which people work");
        }
        days = Collections.unmodifiableMap(new EnumMap<>(days));
    }

    /** Monday to Friday, the same hours every day. */
    public static WorkingWeek mondayToFriday(LocalTime opens, LocalTime closes) {
        Map<DayOfWeek, DayHours> days = new EnumMap<>(DayOfWeek.class);
        for (var day = DayOfWeek.MONDAY; day != DayOfWeek.SATURDAY; day = day.plus(1)) {
            days.put(day, new DayHours(opens, closes));
        }
        return new WorkingWeek(days);
    }

    /** Monday to Friday from nine to five. */
    public static WorkingWeek usual() {
        return mondayToFriday(LocalTime.of(9, 0), LocalTime.of(17, 0));
    }

    /** Reads what {@link #written()} writes: {@code MONDAY 09:00-17:00, TUESDAY 09:00-17:00}. */
    public static WorkingWeek parse(String text) {
        return new WorkingWeek(Arrays.stream(text.split(","))
                .map(String::strip)
                .map(day -> day.split("[ -]"))
                .collect(Collectors.toMap(
                        part -> DayOfWeek.valueOf(part[0]),
                        part -> new DayHours(LocalTime.parse(part[1]), LocalTime.parse(part[2])))));
    }

    public Optional<DayHours> on(DayOfWeek day) {
        return Optional.ofNullable(days.get(day));
    }

    public String written() {
        return days.entrySet().stream()
                .map(day -> day.getKey() + " " + day.getValue().opens() + "-"
                        + day.getValue().closes())
                .collect(Collectors.joining(", "));
    }
}

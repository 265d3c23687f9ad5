package io.handsel.forms;

import io.handsel.forms.Component.DateTimeField;
import io.handsel.forms.Component.TimeFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Between form-js's texts for dates and times and the two halves that native inputs show and post. */
record DateTimeText(String date, String time) {

    static final DateTimeText NONE = new DateTimeText("", "");

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx");
    private static final Pattern WITH_OFFSET = Pattern.compile(".*(Z|[+-]\\d\\d:\\d\\d)");

    /** The halves of a stored text, in the reader's zone. */
    static DateTimeText of(DateTimeField field, @Nullable Object stored, ZoneId zone, LocalDate today) {
        if (!(stored instanceof String text) || text.isBlank()) {
            return NONE;
        }
        try {
            return switch (field.subtype()) {
                case DATE -> new DateTimeText(LocalDate.parse(text).toString(), "");
                case TIME -> new DateTimeText("", MINUTES.format(local(today + "T" + text, zone)));
                case DATETIME -> {
                    LocalDateTime local = local(text, zone);
                    yield new DateTimeText(local.toLocalDate().toString(), MINUTES.format(local));
                }
            };
        } catch (DateTimeException unreadable) {
            return NONE;
        }
    }

    private static LocalDateTime local(String text, ZoneId zone) {
        return WITH_OFFSET.matcher(text).matches()
                ? OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDateTime()
                : LocalDateTime.parse(text);
    }

    /** The text to store, as form-js writes it; empty if the halves are no date or time. */
    Optional<String> stored(DateTimeField field, ZoneId zone, LocalDate today) {
        try {
            LocalDate day = field.subtype().hasDate() ? LocalDate.parse(date) : today;
            if (day.getYear() < 1 || day.getYear() > 9999) {
                return Optional.empty();
            }
            if (!field.subtype().hasTime()) {
                return Optional.of(day.toString());
            }
            ZonedDateTime moment = day.atTime(LocalTime.parse(time)).atZone(zone);
            if (field.timeFormat() == TimeFormat.UTC_NORMALIZED) {
                moment = moment.withZoneSameInstant(ZoneOffset.UTC);
            }
            String suffix = switch (field.timeFormat()) {
                case UTC_OFFSET -> OFFSET.format(moment);
                case UTC_NORMALIZED -> "Z";
                case NO_TIMEZONE -> "";
            };
            String start = field.subtype().hasDate() ? moment.toLocalDate() + "T" : "";
            return Optional.of(start + MINUTES.format(moment) + suffix);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    boolean blank(DateTimeField field) {
        return (!field.subtype().hasDate() || date.isBlank())
                && (!field.subtype().hasTime() || time.isBlank());
    }

    boolean half(DateTimeField field) {
        return field.subtype().hasDate() && field.subtype().hasTime() && date.isBlank() != time.isBlank();
    }

    boolean before(LocalDate day) {
        return !date.isEmpty() && date.compareTo(day.toString()) < 0;
    }
}

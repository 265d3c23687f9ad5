package io.handsel.kernel;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list ended: its last row by what the list is sorted by, and by its id where several rows are alike.
 * The next page goes on behind it, and so never counts or skips.
 *
 * @param place what the list is sorted by, as text
 */
public record PageEnd(String place, UUID row) {

    private static final int LONGEST = 2000;

    /** What is none, from an address somebody has changed by hand, is the beginning of the list. */
    public static Optional<PageEnd> read(@Nullable String text) {
        if (text == null || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var read = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var id = read.indexOf(' ');
            // No database keeps a zero character, and PostgreSQL does not even look for one.
            return id < 0 || read.indexOf('\0') >= 0
                    ? Optional.empty()
                    : Optional.of(new PageEnd(read.substring(id + 1), UUID.fromString(read.substring(0, id))));
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }

    /** The place as a moment; empty where it is none, or none that a database keeps. */
    public Optional<OffsetDateTime> moment() {
        return place(text -> Instant.parse(text).atOffset(ZoneOffset.UTC)).filter(moment -> isKept(moment.getYear()));
    }

    /** The place as a day; empty where it is none, or none that a database keeps. */
    public Optional<LocalDate> day() {
        return place(LocalDate::parse).filter(day -> isKept(day.getYear()));
    }

    private <T> Optional<T> place(Function<String, T> reading) {
        try {
            return Optional.of(reading.apply(place));
        } catch (DateTimeException garbled) {
            return Optional.empty();
        }
    }

    private static boolean isKept(int year) {
        return year > 0 && year < 10_000;
    }

    /** As it stands in the address of the next page. */
    public String written() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((row + " " + place).getBytes(StandardCharsets.UTF_8));
    }

    /** The condition on rows behind it, sorted by a column and an id; takes {@code :place} and {@code :last}. */
    public static String behind(String column, String id, boolean descending) {
        var further = descending ? "<" : ">";
        // The first condition says nothing new, but every database can seek by it.
        return column + " " + further + "= :place and (" + column + " " + further + " :place or " + id + " " + further
                + " :last)";
    }
}

package io.handsel.tasklist;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place in the list: the task after which (or before which) a page begins. A page is sought by it in the index, so
 * that the five-hundredth costs what the first does.
 */
record TaskCursor(Instant clock, Instant created, String id, boolean backwards) {

    static TaskCursor after(TaskEntry entry) {
        return new TaskCursor(clock(entry), entry.created(), entry.id(), false);
    }

    static TaskCursor before(TaskEntry entry) {
        return new TaskCursor(clock(entry), entry.created(), entry.id(), true);
    }

    /** What is no cursor is the beginning of the list. */
    static Optional<TaskCursor> read(@Nullable String text) {
        if (text == null || text.length() > 300) {
            return Optional.empty();
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ");
            return parts.length == 4
                    ? Optional.of(new TaskCursor(
                                    Instant.parse(parts[1]), Instant.parse(parts[2]), parts[3], parts[0].equals("b")))
                            .filter(TaskCursor::isKept)
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException garbled) {
            return Optional.empty();
        }
    }

    /** No database looks for a year it cannot keep, nor for a zero character. */
    private boolean isKept() {
        return Stream.of(clock, created)
                        .allMatch(moment -> !moment.isBefore(Instant.EPOCH) && !moment.isAfter(TaskReadModel.NEVER))
                && id.indexOf('\0') < 0;
    }

    String written() {
        var text = (backwards ? "b " : "a ") + clock + " " + created + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Instant clock(TaskEntry entry) {
        return entry.due() == null ? TaskReadModel.NEVER : entry.due();
    }
}

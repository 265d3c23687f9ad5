package io.handsel.tasklist;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
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
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException garbled) {
            return Optional.empty();
        }
    }

    String written() {
        var text = (backwards ? "b " : "a ") + clock + " " + created + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Instant clock(TaskEntry entry) {
        return entry.due() == null ? TaskReadModel.NEVER : entry.due();
    }
}

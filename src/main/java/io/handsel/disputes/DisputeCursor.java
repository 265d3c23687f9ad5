package io.handsel.disputes;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The last dispute of a page: by the moment the list is sorted by, and by its id where several are alike. */
record DisputeCursor(Instant place, UUID dispute) {

    private static final int LONGEST = 200;

    /** What is no cursor, from an address somebody has changed by hand, is the beginning of the list. */
    static Optional<DisputeCursor> read(@Nullable String text) {
        if (text == null || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
            return parts.length < 2
                    ? Optional.empty()
                    : Optional.of(new DisputeCursor(Instant.parse(parts[1]), UUID.fromString(parts[0])));
        } catch (IllegalArgumentException | DateTimeException garbled) {
            return Optional.empty();
        }
    }

    String written() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((dispute + " " + place).getBytes(StandardCharsets.UTF_8));
    }
}

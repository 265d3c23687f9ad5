package io.handsel.deals;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The last deal of a page by what the list is sorted by, and by its id where several are alike. */
record DealCursor(String place, UUID deal) {

    private static final int LONGEST = 2000;

    /** What is no cursor, from an address somebody has changed by hand, is the beginning of the list. */
    static Optional<DealCursor> read(@Nullable String text) {
        if (text == null || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var read = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var id = read.indexOf(' ');
            return id < 0
                    ? Optional.empty()
                    : Optional.of(new DealCursor(read.substring(id + 1), UUID.fromString(read.substring(0, id))));
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }

    String written() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((deal + " " + place).getBytes(StandardCharsets.UTF_8));
    }
}

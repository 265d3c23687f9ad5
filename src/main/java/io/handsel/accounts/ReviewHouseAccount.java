package io.handsel.accounts;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of looking at a house or assigned account again.
 *
 * @param word what was looked at
 * @param reviewOn when it stays: the next time to look; when it opens: null
 * @param from when it opens: from which day on; when it stays: null
 */
public record ReviewHouseAccount(
        UUID word,
        @Nullable LocalDate reviewOn,
        @Nullable LocalDate from,
        @Nullable String reason) {

    public static ReviewHouseAccount stays(UUID word, LocalDate reviewOn) {
        return new ReviewHouseAccount(word, reviewOn, null, null);
    }

    public static ReviewHouseAccount opens(UUID word, LocalDate from, @Nullable String reason) {
        return new ReviewHouseAccount(word, null, from, reason);
    }
}

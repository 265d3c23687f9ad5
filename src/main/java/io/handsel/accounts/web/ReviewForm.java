package io.handsel.accounts.web;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * What came of looking at a house account again, as typed.
 *
 * @param outcome {@value #STAYS} or {@value #OPENS}
 * @param word what was looked at
 */
record ReviewForm(
        @Nullable String outcome,
        @Nullable UUID word,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate reviewOn,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
        @Nullable String reason) {

    static final String STAYS = "stays";
    static final String OPENS = "opens";

    /** What is typed before anything is. */
    static ReviewForm suggested(UUID word, @Nullable LocalDate reviewOn, LocalDate from) {
        return new ReviewForm(null, word, reviewOn, from, null);
    }
}

package io.handsel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageEndTests {

    private static final UUID ID = UUID.fromString("7b0f4a52-6f0a-4a39-9a5e-3d1c2b4a5f60");

    @ParameterizedTest
    @ValueSource(strings = {"", "Zürich Spezialitäten GmbH", " ~ / + =", "12.50"})
    void is_read_as_it_was_written(String place) {
        var end = new PageEnd(place, ID);

        assertThat(PageEnd.read(end.written())).contains(end);
        assertThat(end.written()).matches("[\\w-]+");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "x", "nonsense~here", "MDAw", "bm8gY3Vyc29y", "\0", "9"})
    void what_is_none_is_the_beginning_of_the_list(String garbled) {
        assertThat(PageEnd.read(garbled)).isEmpty();
    }

    @Test
    void a_character_no_database_keeps_is_looked_for_in_none() {
        assertThat(PageEnd.read(encoded(ID + " Acme"))).isPresent();
        assertThat(PageEnd.read(encoded(ID + " Ac\0me"))).isEmpty();
    }

    @Test
    void nobody_makes_us_read_a_book() {
        assertThat(PageEnd.read(encoded(ID + " " + "a".repeat(2_000)))).isEmpty();
    }

    @Test
    void a_place_is_a_moment_or_a_day_where_the_list_is_sorted_by_one() {
        assertThat(new PageEnd("2026-03-02T08:00:00Z", ID).moment())
                .contains(OffsetDateTime.of(2026, 3, 2, 8, 0, 0, 0, ZoneOffset.UTC));
        assertThat(new PageEnd("2026-03-02", ID).day()).contains(LocalDate.of(2026, 3, 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Acme", "2026-02-30", "2026-02-30T08:00:00Z", "-0044-03-15", "+1000000000-01-01T00:00:00Z"})
    void what_no_calendar_or_no_database_has_is_neither(String place) {
        var end = new PageEnd(place, ID);

        assertThat(end.day()).isEmpty();
        assertThat(end.moment()).isEmpty();
    }

    @Test
    void no_database_keeps_the_end_of_time() {
        assertThat(new PageEnd(LocalDate.MAX.toString(), ID).day()).isEmpty();
        assertThat(new PageEnd(Instant.MAX.toString(), ID).moment()).isEmpty();
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

package io.handsel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.SimpleTimeZoneAwareLocaleContext;
import org.springframework.context.support.ResourceBundleMessageSource;

/** On Monday, 2 March 2026, at ten in the morning in Berlin. */
class ReaderFormatTests {

    private ReaderFormat format;

    @BeforeEach
    void begin() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        format = new ReaderFormat(Clock.fixed(MovableClock.START, ZoneOffset.UTC), messages);
        readBy(Locale.UK, "Europe/Berlin");
    }

    @AfterEach
    void end() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-05T13:00:00Z, Thu 14:00",
        "2026-03-04T23:00:00Z, the end of Wed 4 Mar",
        "2026-05-31T22:00:00Z, the end of Sun 31 May",
        "2026-12-31T23:00:00Z, the end of Thu 31 Dec",
        "2027-01-01T23:00:00Z, the end of Fri 1 Jan 2027"
    })
    void a_deadline_names_the_day_that_ends_with_it(Instant deadline, String words) {
        assertThat(format.deadline(deadline)).isEqualTo(words);
    }

    @Test
    void the_last_day_of_what_ends_with_the_night_is_the_day_before() {
        assertThat(format.lastDay(Instant.parse("2026-03-04T23:00:00Z"))).isEqualTo("4 Mar 2026");
        assertThat(format.lastDay(Instant.parse("2026-03-05T13:00:00Z"))).isEqualTo("5 Mar 2026");
    }

    @Test
    void in_full_it_says_the_date_and_not_only_the_weekday() {
        assertThat(format.deadlineInFull(Instant.parse("2026-03-05T13:00:00Z"))).isEqualTo("5 Mar 2026, 14:00");
        assertThat(format.deadlineInFull(Instant.parse("2026-03-04T23:00:00Z"))).isEqualTo("the end of Wed 4 Mar");
    }

    @Test
    void in_german_too() {
        readBy(Locale.GERMANY, "Europe/Berlin");

        assertThat(format.deadline(Instant.parse("2026-03-04T23:00:00Z"))).isEqualTo("Mi., 4. März (Tagesende)");
    }

    @Test
    void where_it_is_another_hour_the_hour_is_said() {
        readBy(Locale.UK, "Asia/Tokyo");

        assertThat(format.deadline(Instant.parse("2026-03-04T23:00:00Z"))).isEqualTo("Thu 08:00");
    }

    @Test
    void a_day_that_begins_at_one_o_clock_ends_the_one_before() {
        readBy(Locale.UK, "Africa/Cairo");

        assertThat(format.deadline(Instant.parse("2026-04-23T22:00:00Z"))).isEqualTo("the end of Thu 23 Apr");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T23:00:00Z, -1, true",
        "2026-03-02T09:00:00Z, 0, true",
        "2026-03-02T23:00:00Z, 0, false",
        "2026-03-03T23:00:00Z, 1, false",
        "2026-03-31T22:00:00Z, 29, false"
    })
    void days_left_count_the_last_day_as_none(Instant deadline, long days, boolean over) {
        assertThat(format.daysLeft(deadline)).isEqualTo(days);
        assertThat(format.isOver(deadline)).isEqualTo(over);
    }

    private static void readBy(Locale locale, String zone) {
        LocaleContextHolder.setLocaleContext(new SimpleTimeZoneAwareLocaleContext(locale, TimeZone.getTimeZone(zone)));
    }
}

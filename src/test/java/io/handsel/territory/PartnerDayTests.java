package io.handsel.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartnerDayTests {

    @ParameterizedTest(name = "{0} in {1} has {2} hours and ends at {3}")
    @CsvSource({
        "2026-11-22, Europe/Berlin,    24, 2026-11-22T23:00:00Z",
        "2026-03-29, Europe/Berlin,    23, 2026-03-29T22:00:00Z",
        "2026-10-25, Europe/Berlin,    25, 2026-10-25T23:00:00Z",
        "2026-03-08, America/New_York, 23, 2026-03-09T04:00:00Z",
        "2026-11-01, America/New_York, 25, 2026-11-02T05:00:00Z",
        "2026-11-22, Asia/Kolkata,     24, 2026-11-22T18:30:00Z",
        // Here clocks go forward at midnight: the next day begins at one.
        "2026-09-05, America/Santiago, 24, 2026-09-06T04:00:00Z",
        "2026-09-06, America/Santiago, 23, 2026-09-07T03:00:00Z",
    })
    void ends_when_the_next_day_begins(LocalDate day, ZoneId zone, int hours, Instant end) {
        assertThat(PartnerDay.endOf(day, zone)).isEqualTo(end);
        assertThat(Duration.between(PartnerDay.startOf(day, zone), end)).isEqualTo(Duration.ofHours(hours));
        assertThat(PartnerDay.endOf(end.minusMillis(1), zone)).isEqualTo(end);
        assertThat(PartnerDay.endOf(end, zone)).isAfter(end);
    }

    @Test
    void the_day_is_that_of_the_partner_and_not_that_of_the_server() {
        var moment = Instant.parse("2026-11-22T23:30:00Z");

        assertThat(PartnerDay.of(moment, ZoneId.of("Europe/Berlin"))).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(PartnerDay.of(moment, ZoneId.of("America/New_York"))).isEqualTo(LocalDate.of(2026, 11, 22));
    }

    @Test
    void ninety_days_are_calendar_days_whatever_clocks_do() {
        var approved = Instant.parse("2026-01-15T22:30:00Z");

        assertThat(PartnerDay.endAfter(approved, 90, ZoneId.of("Europe/Berlin")))
                .isEqualTo(PartnerDay.endOf(LocalDate.of(2026, 4, 15), ZoneId.of("Europe/Berlin")));
    }

    @Test
    void six_months_later_is_the_same_day_or_the_months_last() {
        var berlin = ZoneId.of("Europe/Berlin");

        assertThat(PartnerDay.endAfter(Instant.parse("2026-03-02T09:00:00Z"), Period.ofMonths(6), berlin))
                .isEqualTo(PartnerDay.endOf(LocalDate.of(2026, 9, 2), berlin));
        assertThat(PartnerDay.endAfter(Instant.parse("2026-08-31T09:00:00Z"), Period.ofMonths(6), berlin))
                .isEqualTo(PartnerDay.endOf(LocalDate.of(2027, 2, 28), berlin));
    }
}

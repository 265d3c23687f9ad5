package io.handsel.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handsel.kernel.CountryCode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final PublicHolidays HOLIDAYS = new PublicHolidays();

    private final WorkingCalendar berlin =
            WorkingCalendar.of(BERLIN, WorkingWeek.usual(), HOLIDAYS.in(CountryCode.of("DE"), null));
    private final WorkingCalendar newYork =
            WorkingCalendar.of(NEW_YORK, WorkingWeek.usual(), HOLIDAYS.in(CountryCode.of("US"), null));

    @ParameterizedTest(name = "{0} and {1} working hours: {2}")
    @CsvSource({
        // A Tuesday to Thursday, over the weekend, from outside working hours, and up to closing time.
        "2026-11-17T10:00, 16, 2026-11-19T10:00",
        "2026-11-19T15:00, 16, 2026-11-23T15:00",
        "2026-11-17T09:00,  8, 2026-11-17T17:00",
        "2026-11-17T09:00, 16, 2026-11-18T17:00",
        "2026-11-17T03:00,  1, 2026-11-17T10:00",
        "2026-11-17T20:00,  1, 2026-11-18T10:00",
        "2026-11-17T17:00,  1, 2026-11-18T10:00",
        "2026-11-21T12:00,  0, 2026-11-23T09:00",
        // Good Friday and Easter Monday; Christmas on a Friday.
        "2026-04-02T16:00,  2, 2026-04-07T10:00",
        "2026-12-24T16:00,  2, 2026-12-28T10:00",
        // Clocks go forward on 29 March and back on 25 October.
        "2026-03-27T16:00,  2, 2026-03-30T10:00",
        "2026-10-23T16:00,  2, 2026-10-26T10:00",
    })
    void counts_working_hours(LocalDateTime start, int hours, LocalDateTime expected) {
        assertThat(berlin.plus(at(start, BERLIN), WorkingHours.of(hours))).isEqualTo(at(expected, BERLIN));
    }

    @ParameterizedTest(name = "{0} and {1} working days: {2}")
    @CsvSource({
        "2026-11-20T15:00, 3, 2026-11-25T15:00",
        "2026-11-21T12:00, 1, 2026-11-24T09:00",
        "2026-11-17T20:00, 1, 2026-11-19T09:00",
        "2026-11-17T07:00, 2, 2026-11-19T09:00",
        "2026-04-02T12:00, 1, 2026-04-07T12:00",
        "2026-03-27T12:00, 1, 2026-03-30T12:00",
    })
    void counts_working_days(LocalDateTime start, int days, LocalDateTime expected) {
        assertThat(berlin.plusDays(at(start, BERLIN), days)).isEqualTo(at(expected, BERLIN));
    }

    @Test
    void sixteen_working_hours_are_two_working_days() {
        var start = at(LocalDateTime.of(2026, 1, 2, 11, 30), BERLIN);
        for (int day = 0; day < 366; day++) {
            var moment = berlin.nextWorkingMoment(start.plus(Duration.ofDays(day)));

            // At opening time the hours end when the second day closes, the days when the third one opens.
            if (!moment.atZone(BERLIN).toLocalTime().equals(LocalTime.of(9, 0))) {
                assertThat(berlin.plus(moment, WorkingHours.of(16))).isEqualTo(berlin.plusDays(moment, 2));
            }
            assertThat(berlin.between(moment, berlin.plusDays(moment, 2))).isEqualTo(WorkingHours.of(16));
        }
    }

    @Test
    void measures_what_it_has_added() {
        var random = new Random(20261122);
        for (var calendar : List.of(berlin, newYork, aroundTheClock(BERLIN), aroundTheClock(NEW_YORK), nights())) {
            for (int round = 0; round < 2_000; round++) {
                var start = Instant.parse("2024-01-01T00:00:00Z").plusSeconds(random.nextInt(4 * 366 * 86_400));
                var hours = new WorkingHours(Duration.ofSeconds(random.nextInt(200 * 3_600)));

                assertThat(calendar.between(start, calendar.plus(start, hours)))
                        .as("%s from %s in %s", hours, start, calendar.zone())
                        .isEqualTo(hours);
            }
        }
    }

    @Test
    void adds_in_two_steps_as_in_one() {
        var random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            var start = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(366 * 86_400));
            var first = new WorkingHours(Duration.ofMinutes(1 + random.nextInt(3_000)));
            var second = new WorkingHours(Duration.ofMinutes(1 + random.nextInt(3_000)));

            assertThat(newYork.plus(newYork.plus(start, first), second))
                    .isEqualTo(newYork.plus(start, first.plus(second)));
        }
    }

    @Test
    void measures_nothing_backwards_and_outside_working_hours() {
        var tuesday = at(LocalDateTime.of(2026, 11, 17, 12, 0), BERLIN);

        assertThat(berlin.between(tuesday, tuesday.minusSeconds(7_200))).isEqualTo(WorkingHours.NONE);
        assertThat(berlin.between(
                        at(LocalDateTime.of(2026, 11, 20, 18, 0), BERLIN),
                        at(LocalDateTime.of(2026, 11, 23, 9, 0), BERLIN)))
                .isEqualTo(WorkingHours.NONE);
    }

    @Test
    void a_working_day_over_which_clocks_change_is_as_long_as_it_really_is() {
        assertThat(dayIn(aroundTheClock(BERLIN), BERLIN, LocalDate.of(2026, 3, 29)))
                .isEqualTo(WorkingHours.of(23));
        assertThat(dayIn(aroundTheClock(BERLIN), BERLIN, LocalDate.of(2026, 10, 25)))
                .isEqualTo(WorkingHours.of(25));
        assertThat(dayIn(aroundTheClock(NEW_YORK), NEW_YORK, LocalDate.of(2026, 3, 8)))
                .isEqualTo(WorkingHours.of(23));
        assertThat(dayIn(aroundTheClock(NEW_YORK), NEW_YORK, LocalDate.of(2026, 11, 1)))
                .isEqualTo(WorkingHours.of(25));
    }

    @Test
    void an_office_day_is_equally_long_in_summer_and_winter() {
        assertThat(newYork.plus(at(LocalDateTime.of(2026, 3, 6, 16, 0), NEW_YORK), WorkingHours.of(2)))
                .isEqualTo(at(LocalDateTime.of(2026, 3, 9, 10, 0), NEW_YORK));
        assertThat(newYork.plus(at(LocalDateTime.of(2026, 10, 30, 16, 0), NEW_YORK), WorkingHours.of(2)))
                .isEqualTo(at(LocalDateTime.of(2026, 11, 2, 10, 0), NEW_YORK));
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @CsvSource({
        "DE,   , 2026-10-03, true",
        "DE,   , 2026-01-06, false",
        "DE, BY, 2026-01-06, true",
        "DE, by, 2026-01-06, true",
        "DE, BE, 2026-01-06, false",
        "DE, BY, 2027-01-06, true",
        "FR,   , 2026-07-14, true",
        "US,   , 2026-07-03, true",
        "US,   , 2026-11-26, true",
        "US,   , 2026-07-14, false",
        "GB,   , 2026-12-25, true",
        "AT,   , 2026-10-26, true",
        "PL,   , 2026-11-11, true",
        // Nobody has described Nepal.
        "NP,   , 2026-12-25, false",
    })
    void knows_public_holidays_by_country_and_part(String country, String part, LocalDate day, boolean holiday) {
        assertThat(HOLIDAYS.in(CountryCode.of(country), part).test(day)).isEqualTo(holiday);
    }

    @Test
    void names_the_parts_of_a_country_that_have_holidays_of_their_own() {
        assertThat(PublicHolidays.subdivisions(CountryCode.of("DE"), Locale.ENGLISH))
                .hasSize(16)
                .containsEntry("BY", "Bavaria");
        assertThat(PublicHolidays.subdivisions(CountryCode.of("NP"), Locale.ENGLISH))
                .isEmpty();
    }

    @Test
    void says_so_when_no_working_day_ever_comes() {
        var never = WorkingCalendar.of(BERLIN, WorkingWeek.usual(), day -> true);

        assertThatThrownBy(() -> never.plus(Instant.EPOCH, WorkingHours.of(1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_week_is_read_as_it_is_written() {
        var week = new WorkingWeek(Map.of(
                DayOfWeek.MONDAY, new DayHours(LocalTime.of(8, 30), LocalTime.of(12, 0)),
                DayOfWeek.SUNDAY, new DayHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)));

        assertThat(week.written()).isEqualTo("MONDAY 08:30-12:00, SUNDAY 00:00-00:00");
        assertThat(WorkingWeek.parse(week.written())).isEqualTo(week);
    }

    @Test
    void refuses_a_week_without_work_and_a_day_that_ends_before_it_begins() {
        assertThatThrownBy(() -> new WorkingWeek(Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DayHours(LocalTime.of(9, 0), LocalTime.of(9, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takes_shares_of_working_hours() {
        assertThat(WorkingHours.of(16).percent(50)).isEqualTo(WorkingHours.of(8));
        assertThat(WorkingHours.of(16).percent(150)).isEqualTo(WorkingHours.of(24));
    }

    private static WorkingCalendar aroundTheClock(ZoneId zone) {
        return everyDay(zone, new DayHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
    }

    /** Hours that lie where clocks jump. */
    private static WorkingCalendar nights() {
        return everyDay(BERLIN, new DayHours(LocalTime.of(1, 30), LocalTime.of(2, 30)));
    }

    private static WorkingCalendar everyDay(ZoneId zone, DayHours hours) {
        Map<DayOfWeek, DayHours> days = new EnumMap<>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            days.put(day, hours);
        }
        return WorkingCalendar.of(zone, new WorkingWeek(days), day -> false);
    }

    private static WorkingHours dayIn(WorkingCalendar calendar, ZoneId zone, LocalDate day) {
        return calendar.between(PartnerDay.startOf(day, zone), PartnerDay.endOf(day, zone));
    }

    private static Instant at(LocalDateTime local, ZoneId zone) {
        return local.atZone(zone).toInstant();
    }
}

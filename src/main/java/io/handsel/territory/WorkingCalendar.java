package io.handsel.territory;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Predicate;

/**
 * Arithmetic in working time: what counts are the hours of the working week in its zone, public holidays left out. An
 * hour is an elapsed hour; a working day over which clocks change is as long as it really is.
 */
public final class WorkingCalendar {

    /** No calendar is empty for so long; without a border a wrong holiday rule would loop for ever. */
    private static final int MOST_DAYS = 366 * 50;

    private final ZoneId zone;
    private final WorkingWeek week;
    private final Predicate<LocalDate> holidays;

    private WorkingCalendar(ZoneId zone, WorkingWeek week, Predicate<LocalDate> holidays) {
        this.zone = zone;
        this.week = week;
        this.holidays = holidays;
    }

    public static WorkingCalendar of(ZoneId zone, WorkingWeek week, Predicate<LocalDate> holidays) {
        return new WorkingCalendar(zone, week, holidays);
    }

    public ZoneId zone() {
        return zone;
    }

    /** Whether people work at all on this day. */
    public boolean isWorkingDay(LocalDate day) {
        return week.on(day.getDayOfWeek()).isPresent() && !holidays.test(day);
    }

    /** The moment by which so many hours have been worked since the start. */
    public Instant plus(Instant start, WorkingHours hours) {
        var left = hours.length();
        var day = start.atZone(zone).toLocalDate();
        for (int count = 0; count < MOST_DAYS; count++, day = day.plusDays(1)) {
            var shift = shiftOn(day).after(start);
            if (shift.isEmpty()) {
                continue;
            }
            if (left.compareTo(shift.length()) <= 0) {
                return shift.from().plus(left);
            }
            left = left.minus(shift.length());
        }
        throw new IllegalStateException("No moment comes " + hours + " after " + start + " in this calendar");
    }

    /** The hours worked from one moment until another; none if the second comes first. */
    public WorkingHours between(Instant from, Instant until) {
        var worked = Duration.ZERO;
        var last = until.atZone(zone).toLocalDate();
        for (var day = from.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            var shift = shiftOn(day).after(from).before(until);
            if (!shift.isEmpty()) {
                worked = worked.plus(shift.length());
            }
        }
        return new WorkingHours(worked);
    }

    /**
     * The same time of day so many working days later. What starts outside working hours starts when work begins again.
     */
    public Instant plusDays(Instant start, int workingDays) {
        if (workingDays < 0) {
            throw new IllegalArgumentException("Working days cannot be negative: " + workingDays);
        }
        var begin = plus(start, WorkingHours.NONE).atZone(zone);
        var day = begin.toLocalDate();
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day.atTime(begin.toLocalTime()).atZone(zone).toInstant();
    }

    /** The first moment of work at or after this one. */
    public Instant nextWorkingMoment(Instant moment) {
        return plus(moment, WorkingHours.NONE);
    }

    private Shift shiftOn(LocalDate day) {
        var hours = week.on(day.getDayOfWeek());
        if (hours.isEmpty() || holidays.test(day)) {
            return Shift.NONE;
        }
        var opens = day.atTime(hours.get().opens()).atZone(zone).toInstant();
        var closes = hours.get().untilMidnight()
                ? PartnerDay.endOf(day, zone)
                : day.atTime(hours.get().closes()).atZone(zone).toInstant();
        return new Shift(opens, closes);
    }

    private record Shift(Instant from, Instant until) {

        static final Shift NONE = new Shift(Instant.EPOCH, Instant.EPOCH);

        Shift after(Instant moment) {
            return moment.isAfter(from) ? new Shift(moment, until) : this;
        }

        Shift before(Instant moment) {
            return moment.isBefore(until) ? new Shift(from, moment) : this;
        }

        /** A moment at closing time is outside, and clocks that jump may swallow a shift. */
        boolean isEmpty() {
            return !from.isBefore(until);
        }

        Duration length() {
            return Duration.between(from, until);
        }
    }
}

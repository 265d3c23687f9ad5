package io.handsel.territory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;

/**
 * The partner's own days. What expires, expires at the end of a day where the partner lives: the first instant of the
 * next day there, itself no longer included. Days have 23 or 25 hours where clocks change.
 */
public final class PartnerDay {

    private PartnerDay() {}

    public static LocalDate of(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDate();
    }

    public static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    public static Instant endOf(LocalDate day, ZoneId zone) {
        return startOf(day.plusDays(1), zone);
    }

    public static Instant endOf(Instant moment, ZoneId zone) {
        return endOf(of(moment, zone), zone);
    }

    /** The end of the day that comes so many calendar days after the moment's own; negative counts back. */
    public static Instant endAfter(Instant moment, long days, ZoneId zone) {
        return endOf(of(moment, zone).plusDays(days), zone);
    }

    /** The end of the day that comes so much later; where a month has no such day, its last one. */
    public static Instant endAfter(Instant moment, Period length, ZoneId zone) {
        return endOf(of(moment, zone).plus(length), zone);
    }
}

package io.handsel.territory;

import java.time.LocalTime;

/** The hours of one working day, from opening until closing. Midnight as closing time is the end of the day. */
public record DayHours(LocalTime opens, LocalTime closes) {

    public DayHours {
        if (!closes.equals(LocalTime.MIDNIGHT) && !opens.isBefore(closes)) {
            throw new IllegalArgumentException("Work must begin before it ends: " + opens + " to " + closes);
        }
    }

    boolean untilMidnight() {
        return closes.equals(LocalTime.MIDNIGHT);
    }
}

package io.handsel.deals;

import io.handsel.engine.Decision;
import io.handsel.territory.WorkingCalendar;
import io.handsel.territory.WorkingHours;
import java.time.Instant;

/** The clock of a review: a row of the table {@code service-level}. */
record ServiceLevel(
        Hours hours,
        WorkingHours reminder,
        WorkingHours answer,
        WorkingHours silence,
        SilenceMeans silenceMeans,
        int informationDays,
        int patienceDays) {

    /** Which hours count: those in which the territory works, or all of them. */
    enum Hours {
        WORKING,
        RUNNING
    }

    static ServiceLevel of(Decision row) {
        return new ServiceLevel(
                row.choice("hours", Hours.class),
                WorkingHours.of(row.integer("reminderHours")),
                WorkingHours.of(row.integer("answerHours")),
                WorkingHours.of(row.integer("silenceHours")),
                row.choice("silence", SilenceMeans.class),
                Math.toIntExact(row.integer("informationDays")),
                Math.toIntExact(row.integer("patienceDays")));
    }

    boolean countsWorkingHours() {
        return hours == Hours.WORKING;
    }

    Instant reminderDue(Instant from, WorkingCalendar calendar) {
        return after(from, reminder, calendar);
    }

    Instant answerDue(Instant from, WorkingCalendar calendar) {
        return after(from, answer, calendar);
    }

    Instant silenceDue(Instant from, WorkingCalendar calendar) {
        return after(from, silence, calendar);
    }

    private Instant after(Instant from, WorkingHours length, WorkingCalendar calendar) {
        return hours == Hours.RUNNING ? from.plus(length.length()) : calendar.plus(from, length);
    }
}

package io.handsel.deals;

import io.handsel.engine.Decision;
import io.handsel.territory.WorkingHours;

/** The clock of a review: a row of the table {@code service-level}, in working time of the territory. */
record ServiceLevel(
        WorkingHours reminder,
        WorkingHours answer,
        WorkingHours silence,
        SilenceMeans silenceMeans,
        int informationDays,
        int patienceDays) {

    static ServiceLevel of(Decision row) {
        return new ServiceLevel(
                WorkingHours.of(row.integer("reminderHours")),
                WorkingHours.of(row.integer("answerHours")),
                WorkingHours.of(row.integer("silenceHours")),
                row.choice("silence", SilenceMeans.class),
                Math.toIntExact(row.integer("informationDays")),
                Math.toIntExact(row.integer("patienceDays")));
    }
}

package io.handsel.tasklist.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** What is asked to make somebody a deputy; {@code until} is the last day. */
record DeputyForm(
        @Nullable UUID absentee,
        @Nullable UUID deputy,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate until,

        @Nullable String program,
        @Nullable BigDecimal most,
        @Nullable String currency) {

    static final DeputyForm EMPTY = new DeputyForm(null, null, null, null, null, null, null);
}

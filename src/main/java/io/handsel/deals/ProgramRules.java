package io.handsel.deals;

import io.handsel.engine.Decision;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A program's row of the table {@code deal-program}. */
record ProgramRules(
        String form,
        long minimumValue,
        RequestsForProposals requestsForProposals,
        long needLength,
        @Nullable Long openDeals,
        long holdDays,
        long resubmissions,
        Withdrawal withdrawal,
        long amendmentTolerance,
        long quickWinHours,
        Set<String> statesAskedIn,
        List<String> products) {

    enum RequestsForProposals {
        ALWAYS,
        IF_UNPUBLISHED,
        NEVER
    }

    enum Withdrawal {
        UNDECIDED,
        ANY_TIME
    }

    static ProgramRules of(Decision row) {
        return new ProgramRules(
                row.text("registrationForm"),
                row.integer("minimumValue"),
                row.choice("requestForProposals", RequestsForProposals.class),
                row.integer("needLength"),
                row.findInteger("openDeals").orElse(null),
                row.integer("holdDays"),
                row.integer("resubmissions"),
                row.choice("withdrawal", Withdrawal.class),
                row.integer("amendmentTolerance"),
                row.integer("quickWinHours"),
                Set.copyOf(entries(row, "statesAskedIn")),
                entries(row, "products"));
    }

    private static List<String> entries(Decision row, String output) {
        return row.findText(output).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .toList();
    }
}

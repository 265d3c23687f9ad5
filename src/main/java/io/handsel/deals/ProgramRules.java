package io.handsel.deals;

import io.handsel.engine.Decision;
import io.handsel.kernel.Money;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A program's row of the table {@code deal-program}. */
record ProgramRules(
        String form,
        Money minimum,
        RequestsForProposals requestsForProposals,
        long needLength,
        @Nullable Long openDeals,
        long holdDays,
        @Nullable Long resubmissions,
        Withdrawal withdrawal,
        long amendmentTolerance,
        long quickWinHours,
        WinReversal winReversal,
        WrittenChoice customerChoice,
        SecondRegistrant secondRegistrant,
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

    enum WinReversal {
        ALWAYS,
        IF_QUICK,
        NEVER
    }

    /** What the customer's own written choice of another partner counts. */
    enum WrittenChoice {
        REVIEWED,
        NOT_ACCEPTED
    }

    /** Who of those that do not have the customer earns when it is won all the same. */
    enum SecondRegistrant {
        NOBODY,
        TRANSFERRED,
        ANYBODY
    }

    static ProgramRules of(Decision row) {
        return new ProgramRules(
                row.text("registrationForm"),
                new Money(
                        BigDecimal.valueOf(row.integer("minimumValue")),
                        Currency.getInstance(row.text("minimumCurrency"))),
                row.choice("requestForProposals", RequestsForProposals.class),
                row.integer("needLength"),
                row.findInteger("openDeals").orElse(null),
                row.integer("holdDays"),
                row.findInteger("resubmissions").orElse(null),
                row.choice("withdrawal", Withdrawal.class),
                row.integer("amendmentTolerance"),
                row.integer("quickWinHours"),
                row.choice("winReversal", WinReversal.class),
                row.findText("customerChoice").isEmpty()
                        ? WrittenChoice.NOT_ACCEPTED
                        : row.choice("customerChoice", WrittenChoice.class),
                row.findText("secondRegistrant").isEmpty()
                        ? SecondRegistrant.NOBODY
                        : row.choice("secondRegistrant", SecondRegistrant.class),
                Set.copyOf(entries(row, "statesAskedIn")),
                entries(row, "products"));
    }

    /** Whether a deal that was submitted again so often may be submitted once more. */
    boolean allowsResubmissionAfter(int resubmitted) {
        return resubmissions == null || resubmitted < resubmissions;
    }

    boolean allowsReversal(boolean quickWin) {
        return switch (winReversal) {
            case ALWAYS -> true;
            case IF_QUICK -> quickWin;
            case NEVER -> false;
        };
    }

    private static List<String> entries(Decision row, String output) {
        return row.findText(output).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .toList();
    }
}

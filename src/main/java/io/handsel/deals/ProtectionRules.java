package io.handsel.deals;

import io.handsel.engine.Decision;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deal's row of the table {@code protection}.
 *
 * @param askAfterDays how often a deal that nothing ever ends is asked after, so that it is not forgotten
 */
record ProtectionRules(
        CountsFrom countsFrom,
        @Nullable Period length,
        long askAfterDays,
        List<Integer> reminderDays,
        @Nullable Long updateDays,
        long updateWarningDays,
        Extensions extensions,
        long extensionDays) {

    enum CountsFrom {
        APPROVAL,
        REGISTRATION
    }

    enum Extensions {
        NONE,
        ONCE,
        UNLIMITED
    }

    static ProtectionRules of(Decision row) {
        return new ProtectionRules(
                row.choice("countsFrom", CountsFrom.class),
                length(row),
                row.integer("askAfterDays"),
                row.integers("reminderDays"),
                row.findInteger("updateDays").orElse(null),
                row.integer("updateWarningDays"),
                row.choice("extensions", Extensions.class),
                row.integer("extensionDays"));
    }

    /** Months and days together; neither of them means without end. */
    private static @Nullable Period length(Decision row) {
        var months = row.findInteger("protectionMonths");
        var days = row.findInteger("protectionDays");
        return months.isEmpty() && days.isEmpty()
                ? null
                : Period.ofMonths(Math.toIntExact(months.orElse(0L))).plusDays(days.orElse(0L));
    }
}

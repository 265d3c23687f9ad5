package io.handsel.deals;

import io.handsel.engine.Decision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A deal's row of the table {@code protection}. */
record ProtectionRules(
        CountsFrom countsFrom,
        @Nullable Long protectionDays,
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
                row.findInteger("protectionDays").orElse(null),
                row.integers("reminderDays"),
                row.findInteger("updateDays").orElse(null),
                row.integer("updateWarningDays"),
                row.choice("extensions", Extensions.class),
                row.integer("extensionDays"));
    }
}

package io.handsel.shell;

import java.time.Duration;
import java.time.Instant;

/**
 * When an answer is due, as the clock on a page shows it.
 *
 * @param at the moment, shown in the reader's zone
 * @param left working time until then by the calendar that counts; negative when it is over
 */
public record Due(Instant at, Duration left) {

    private static final Duration SOON = Duration.ofHours(4);

    public boolean isOver() {
        return left.isNegative();
    }

    /** How the clock looks: {@code bad} when over, {@code warn} when soon, else empty. */
    public String tone() {
        return isOver() ? "bad" : left.compareTo(SOON) <= 0 ? "warn" : "";
    }

    public long hoursLeft() {
        return left.abs().toHours();
    }
}

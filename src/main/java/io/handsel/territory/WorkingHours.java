package io.handsel.territory;

import java.time.Duration;

/** An amount of time in which somebody is at work; sixteen of them are two days where eight hours are worked a day. */
public record WorkingHours(Duration length) implements Comparable<WorkingHours> {

    public static final WorkingHours NONE = new WorkingHours(Duration.ZERO);

    public WorkingHours {
        if (length.isNegative()) {
            throw new IllegalArgumentException("Working hours cannot be negative: " + length);
        }
    }

    public static WorkingHours of(long hours) {
        return new WorkingHours(Duration.ofHours(hours));
    }

    /** A share of these hours: the reminder comes at 50, the end of patience at 150 per cent. */
    public WorkingHours percent(long percent) {
        return new WorkingHours(length.multipliedBy(percent).dividedBy(100));
    }

    public WorkingHours plus(WorkingHours more) {
        return new WorkingHours(length.plus(more.length));
    }

    /** Whole hours, the begun one not counted. */
    public long hours() {
        return length.toHours();
    }

    @Override
    public int compareTo(WorkingHours other) {
        return length.compareTo(other.length);
    }
}

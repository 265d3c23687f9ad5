package io.handsel.kernel;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;

/** From an instant (included) until another (excluded). */
@Embeddable
public record Period(Instant start, Instant end) {

    public Period {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("A period must end after it starts: " + start + " to " + end);
        }
    }

    public static Period of(Duration length, Instant start) {
        return new Period(start, start.plus(length));
    }

    public boolean contains(Instant moment) {
        return !moment.isBefore(start) && moment.isBefore(end);
    }

    public boolean overlaps(Period other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    public Period until(Instant newEnd) {
        return new Period(start, newEnd);
    }
}

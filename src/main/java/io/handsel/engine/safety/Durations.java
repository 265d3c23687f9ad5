package io.handsel.engine.safety;

import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;

/** Reads durations and cycles as the engine does, but says no to whatever it cannot bound. */
final class Durations {

    /** A cycle that fires more often than this would keep the engine busy with itself. */
    static final Duration SHORTEST = Duration.ofMinutes(1);

    static final int MOST_REPEATS = 1_000;

    private static final Pattern WEEKS = Pattern.compile("P(\\d{1,4})W");
    private static final Pattern PERIOD = Pattern.compile("P[0-9YMDTHS.]{1,60}");
    private static final Pattern CYCLE = Pattern.compile("R(\\d{1,4})/(?:[0-9T:.Z+-]{10,35}/)?(P[0-9A-Z.]{1,60})");

    private Durations() {}

    /** The length of a period such as {@code P3D} or {@code PT1H}, or nothing when it is not one. */
    static Optional<Duration> period(String text) {
        Matcher weeks = WEEKS.matcher(text);
        if (weeks.matches()) {
            return Optional.of(Duration.ofDays(7L * Integer.parseInt(weeks.group(1))));
        }
        if (!PERIOD.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            long millis = DatatypeFactory.newInstance().newDuration(text).getTimeInMillis(new Date(0));
            return Optional.of(Duration.ofMillis(millis));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        } catch (DatatypeConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether this is a cycle such as {@code R3/PT1H}: with an end, and not too fast. */
    static boolean isBoundedCycle(String text) {
        Matcher cycle = CYCLE.matcher(text);
        if (!cycle.matches() || Integer.parseInt(cycle.group(1)) > MOST_REPEATS) {
            return false;
        }
        return period(cycle.group(2))
                .filter(interval -> interval.compareTo(SHORTEST) >= 0)
                .isPresent();
    }

    /** Whether a failed job is tried again a bounded number of times: {@code R3/PT5M} or {@code PT10S,PT1M}. */
    static boolean isBoundedRetry(String text) {
        Matcher cycle = CYCLE.matcher(text);
        if (cycle.matches()) {
            return Integer.parseInt(cycle.group(1)) <= 99
                    && period(cycle.group(2)).filter(Durations::isNotZero).isPresent();
        }
        String[] intervals = text.split(",", -1);
        for (String interval : intervals) {
            if (period(interval.trim()).filter(Durations::isNotZero).isEmpty()) {
                return false;
            }
        }
        return intervals.length <= 20;
    }

    private static boolean isNotZero(Duration duration) {
        return duration.compareTo(Duration.ofSeconds(1)) >= 0;
    }
}

package io.handsel.tasklist;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Why a task stands where it does in the list: its clock, and what else speaks for taking it up now.
 *
 * @param worthMost whether no other task of the page is worth as much
 * @param waitsLongest whether no other partner of the page has waited as long
 */
public record WhyHere(Reason reason, boolean worthMost, boolean waitsLongest) {

    /** What the clock says. */
    public enum Reason {
        PUT_ASIDE,
        LATE,
        DUE,
        NO_CLOCK
    }

    static WhyHere of(TaskEntry entry, List<TaskEntry> page, Instant now) {
        return new WhyHere(reason(entry, now), isWorthMost(entry, page), isWaitingLongest(entry, page));
    }

    private static Reason reason(TaskEntry entry, Instant now) {
        if (entry.isPutAside(now)) {
            return Reason.PUT_ASIDE;
        }
        if (entry.due() == null) {
            return Reason.NO_CLOCK;
        }
        return entry.isOverdue(now) ? Reason.LATE : Reason.DUE;
    }

    /** Only amounts of one currency can be compared. */
    private static boolean isWorthMost(TaskEntry entry, List<TaskEntry> page) {
        var worths =
                page.stream().map(TaskEntry::worth).filter(Objects::nonNull).toList();
        return entry.worth() != null
                && page.contains(entry)
                && worths.stream().map(worth -> worth.currency()).distinct().count() == 1
                && isAlone(
                        worths, worth -> worth.amount().compareTo(entry.worth().amount()) >= 0);
    }

    private static boolean isWaitingLongest(TaskEntry entry, List<TaskEntry> page) {
        var waits = page.stream().filter(other -> other.partner() != null).toList();
        return waits.contains(entry)
                && waits.stream()
                        .min(Comparator.comparing(TaskEntry::created))
                        .filter(entry::equals)
                        .isPresent()
                && isAlone(waits, other -> !other.created().isAfter(entry.created()));
    }

    /** One among several. */
    private static <T> boolean isAlone(List<T> all, Predicate<T> condition) {
        return all.size() > 1 && all.stream().filter(condition).count() == 1;
    }
}

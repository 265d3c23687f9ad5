package io.handsel.tasklist;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the list with everything beside it.
 *
 * @param counts how many tasks each filter shows
 * @param next where the next page begins; null on the last
 * @param previous where the page before begins; null on the first
 * @param change how far the counter of changes was: what comes after it, the page does not show
 */
public record TaskPage(
        List<TaskEntry> entries,
        List<FilterCount> counts,
        @Nullable String next,
        @Nullable String previous,
        long change) {

    /** Counting stops here: more is shown as "99+". */
    public static final int MOST_COUNTED = 100;

    /** Why a task stands where it does, seen among the others of this page. */
    public WhyHere why(TaskEntry entry, Instant now) {
        return WhyHere.of(entry, entries, now);
    }

    /** A filter of the left pane, with how many tasks it shows. */
    public record FilterCount(String label, @Nullable SavedFilter saved, TaskFilter filter, int number) {

        public String shown() {
            return number >= MOST_COUNTED ? MOST_COUNTED - 1 + "+" : Integer.toString(number);
        }
    }
}

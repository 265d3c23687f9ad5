package io.handsel.disputes;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which disputes to list, and in which order.
 *
 * @param statuses empty means all
 * @param search part of the customer's name or the number
 * @param after the cursor of the page before
 */
public record DisputeFilter(
        Set<DisputeStatus> statuses,
        @Nullable String search,
        Order order,
        boolean descending,
        @Nullable String after) {

    /** What a list may be sorted by. */
    public enum Order {
        OPENED,
        NEXT
    }

    public DisputeFilter {
        statuses = Set.copyOf(statuses);
    }

    /** The same list, from behind this page on. */
    public DisputeFilter behind(@Nullable String page) {
        return new DisputeFilter(statuses, search, order, descending, page);
    }
}

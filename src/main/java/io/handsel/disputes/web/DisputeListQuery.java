package io.handsel.disputes.web;

import io.handsel.disputes.DisputeFilter;
import io.handsel.disputes.DisputeFilter.Order;
import io.handsel.disputes.DisputeStatus;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The filters of the list as the address bar has them; what is none is left out. */
record DisputeListQuery(
        @Nullable String search,
        @Nullable String status,
        @Nullable String sort,
        @Nullable String after) {

    /** All disputes in which somebody still has to act. */
    static final String OPEN = "OPEN";

    private static final int LONGEST_SEARCH = 200;

    DisputeFilter filter() {
        var order = order();
        return new DisputeFilter(
                statuses(),
                search == null ? null : search.substring(0, Math.min(LONGEST_SEARCH, search.length())),
                order == null ? Order.OPENED : order,
                order == null || sort == null || sort.startsWith("-"),
                after);
    }

    /** Public because the page asks, and expressions find nothing else. */
    public boolean isFiltered() {
        return (search != null && !search.isBlank()) || !statuses().isEmpty();
    }

    private Set<DisputeStatus> statuses() {
        return Arrays.stream(DisputeStatus.values())
                .filter(known -> known.name().equals(status) || (OPEN.equals(status) && known.isOpen()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DisputeStatus.class)));
    }

    private @Nullable Order order() {
        return Arrays.stream(Order.values())
                .filter(known ->
                        sort != null && known.name().toLowerCase(Locale.ROOT).equals(sort.replaceFirst("^-", "")))
                .findAny()
                .orElse(null);
    }
}

package io.handsel.deals.web;

import io.handsel.deals.DealFilter;
import io.handsel.deals.DealFilter.Order;
import io.handsel.deals.DealStatus;
import io.handsel.security.Actor;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The filters of the list as the address bar has them; what is none is left out. */
record DealListQuery(
        @Nullable String search,
        @Nullable String status,
        @Nullable String whose,
        @Nullable String sort,
        @Nullable String after) {

    /** All deals in which somebody still has to act. */
    static final String OPEN = "OPEN";

    private static final int LONGEST_SEARCH = 200;

    DealFilter filter(Actor actor) {
        var order = order();
        return new DealFilter(
                statuses(),
                search == null ? null : search.substring(0, Math.min(LONGEST_SEARCH, search.length())),
                "mine".equals(whose) ? actor.person() : null,
                order == null ? Order.SUBMITTED : order,
                order == null || sort == null || sort.startsWith("-"),
                after);
    }

    /** Public because the page asks, and expressions find nothing else. */
    public boolean isFiltered() {
        return (search != null && !search.isBlank()) || !statuses().isEmpty() || "mine".equals(whose);
    }

    private Set<DealStatus> statuses() {
        return Arrays.stream(DealStatus.values())
                .filter(known -> known.name().equals(status) || (OPEN.equals(status) && known.isOpen()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DealStatus.class)));
    }

    private @Nullable Order order() {
        return Arrays.stream(Order.values())
                .filter(known ->
                        sort != null && known.name().toLowerCase(Locale.ROOT).equals(sort.replaceFirst("^-", "")))
                .findAny()
                .orElse(null);
    }
}

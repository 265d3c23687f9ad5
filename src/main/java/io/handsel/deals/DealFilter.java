package io.handsel.deals;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which deals of a partner to list.
 *
 * @param statuses empty means all
 * @param search part of the customer's name, the number or the partner's own reference
 */
public record DealFilter(Set<DealStatus> statuses, @Nullable String search) {

    public DealFilter {
        statuses = Set.copyOf(statuses);
    }

    public static DealFilter all() {
        return new DealFilter(Set.of(), null);
    }
}

package io.handsel.deals;

import io.handsel.security.PersonId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which deals of a partner to list, and in which order.
 *
 * @param statuses empty means all
 * @param search part of the customer's name, the number or the partner's own reference
 * @param registrant only those this person has, as registrant or by joining in; null means anybody's
 * @param after the cursor of the page before
 */
public record DealFilter(
        Set<DealStatus> statuses,
        @Nullable String search,
        @Nullable PersonId registrant,
        Order order,
        boolean descending,
        @Nullable String after) {

    /** What a list may be sorted by. */
    public enum Order {
        SUBMITTED,
        NEXT,
        CUSTOMER,
        VALUE,
        CLOSE
    }

    public DealFilter {
        statuses = Set.copyOf(statuses);
    }

    /** The same list, from behind this page on. */
    public DealFilter behind(@Nullable String page) {
        return new DealFilter(statuses, search, registrant, order, descending, page);
    }

    /** The latest first. */
    public static DealFilter in(Set<DealStatus> statuses) {
        return new DealFilter(statuses, null, null, Order.SUBMITTED, true, null);
    }
}

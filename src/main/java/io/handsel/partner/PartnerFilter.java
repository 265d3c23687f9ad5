package io.handsel.partner;

import io.handsel.security.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Which partners to list and in which order; what is null does not filter.
 *
 * @param search a part of the name, in whatever case
 * @param after the cursor of the page before
 */
public record PartnerFilter(
        @Nullable String search,
        @Nullable PersonId manager,
        @Nullable String tier,
        @Nullable PartnerStanding standing,
        Order order,
        boolean descending,
        @Nullable String after) {

    /** What a list may be sorted by. */
    public enum Order {
        NAME,
        TIER,
        STANDING
    }

    /** The same list, from behind this page on. */
    public PartnerFilter behind(@Nullable String page) {
        return new PartnerFilter(search, manager, tier, standing, order, descending, page);
    }

    public static PartnerFilter everything() {
        return new PartnerFilter(null, null, null, null, Order.NAME, false, null);
    }
}

package io.handsel.security;

import org.jspecify.annotations.Nullable;

/**
 * Which people to list and in which order; what is null does not filter.
 *
 * @param search a part of the name, the sign-in name or the address, in whatever case
 * @param organisation those of one partner
 * @param location those limited to one location
 * @param staffOnly only the vendor's own people
 * @param after the cursor of the page before
 */
public record PersonFilter(
        @Nullable String search,
        @Nullable Role role,
        @Nullable PersonState state,
        @Nullable OrganisationId organisation,
        @Nullable LocationId location,
        boolean staffOnly,
        Order order,
        boolean descending,
        @Nullable String after) {

    /** What a list may be sorted by. */
    public enum Order {
        NAME,
        SIGN_IN_NAME,
        EMAIL
    }

    /** The same list, from behind this page on. */
    public PersonFilter behind(@Nullable String page) {
        return new PersonFilter(search, role, state, organisation, location, staffOnly, order, descending, page);
    }

    public static PersonFilter everybody() {
        return new PersonFilter(null, null, null, null, null, false, Order.NAME, false, null);
    }

    /** The same, among the people of this partner only; of one location, where that is not null. */
    public PersonFilter within(OrganisationId mine, @Nullable LocationId where) {
        return new PersonFilter(search, role, state, mine, where, false, order, descending, after);
    }
}

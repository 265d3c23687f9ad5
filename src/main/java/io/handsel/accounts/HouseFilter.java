package io.handsel.accounts;

import io.handsel.security.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the register of house and assigned accounts, and in which order; what is null does not filter.
 *
 * @param text the beginning of the account's name
 * @param owner who answers for it
 * @param after the cursor of the page before
 */
public record HouseFilter(
        Show show,
        @Nullable String text,
        @Nullable Designation designation,
        @Nullable PersonId owner,
        Order order,
        boolean descending,
        @Nullable String after) {

    /** Which words count. */
    public enum Show {
        /** House and assigned accounts of today. */
        IN_FORCE,
        /** Those of them that are to be looked at again. */
        DUE,
        /** What takes effect later, openings too. */
        COMING
    }

    /** What the register may be sorted by. */
    public enum Order {
        REVIEW,
        NAME,
        FROM
    }

    public static HouseFilter of(Show show) {
        return new HouseFilter(show, null, null, null, show == Show.COMING ? Order.FROM : Order.REVIEW, false, null);
    }

    HouseFilter after(@Nullable String cursor) {
        return new HouseFilter(show, text, designation, owner, order, descending, cursor);
    }
}

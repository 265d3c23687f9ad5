package io.handsel.accounts;

import io.handsel.partner.PartnerId;
import io.handsel.security.PersonId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Lays down who sells at an account and everything below it, from a day on. Claims that exist are left alone.
 *
 * @param partner for an assigned account: who
 * @param helpPaid what a partner is paid who helps at a house account; partners read it
 * @param owner who of the vendor's people answers for it; null for whoever lays it down
 */
public record DesignateAccount(
        Designation designation,
        @Nullable PartnerId partner,
        @Nullable String reason,
        @Nullable String helpPaid,
        LocalDate from,
        @Nullable LocalDate reviewOn,
        @Nullable PersonId owner) {

    public DesignateAccount(
            Designation designation,
            @Nullable PartnerId partner,
            @Nullable String reason,
            @Nullable String helpPaid,
            LocalDate from,
            @Nullable LocalDate reviewOn) {
        this(designation, partner, reason, helpPaid, from, reviewOn, null);
    }

    /** The same, answered for by this person. */
    public DesignateAccount ownedBy(@Nullable PersonId person) {
        return new DesignateAccount(designation, partner, reason, helpPaid, from, reviewOn, person);
    }
}

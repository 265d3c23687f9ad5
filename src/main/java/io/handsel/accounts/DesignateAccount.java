package io.handsel.accounts;

import io.handsel.partner.PartnerId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Lays down who sells at an account and everything below it, from a day on. Claims that exist are left alone.
 *
 * @param partner for an assigned account: who
 * @param helpPaid what a partner is paid who helps at a house account; partners read it
 */
public record DesignateAccount(
        Designation designation,
        @Nullable PartnerId partner,
        @Nullable String reason,
        @Nullable String helpPaid,
        LocalDate from,
        @Nullable LocalDate reviewOn) {}

package io.handsel.accounts;

import org.jspecify.annotations.Nullable;

/**
 * Which accounts a list shows.
 *
 * @param text the beginning of a name, or a domain, D-U-N-S or VAT number
 * @param after the last account of the page before
 */
public record AccountFilter(
        @Nullable String text,
        @Nullable String country,
        @Nullable Designation designation,
        boolean claimed,
        @Nullable AccountId after) {

    public AccountFilter {
        text = text == null || text.isBlank() ? null : text.strip();
        country = country == null || country.isBlank() ? null : country.strip();
    }

    public AccountFilter after(@Nullable AccountId last) {
        return new AccountFilter(text, country, designation, claimed, last);
    }
}

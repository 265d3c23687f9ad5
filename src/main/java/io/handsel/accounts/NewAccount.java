package io.handsel.accounts;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A customer to be written down, as typed.
 *
 * @param parent null for the root of a new tree
 * @param otherNames trading and former names
 * @param registry number in a commercial register, with the register where the number alone is not enough
 */
public record NewAccount(
        @Nullable AccountId parent,
        AccountKind kind,
        String name,
        Set<String> otherNames,
        @Nullable String country,
        @Nullable String state,
        @Nullable String postcode,
        @Nullable String city,
        Set<String> domains,
        @Nullable String duns,
        @Nullable String vat,
        @Nullable String registry) {

    public NewAccount {
        otherNames = Set.copyOf(otherNames);
        domains = Set.copyOf(domains);
    }

    /** A company by name, country, city and domain. */
    public static NewAccount company(
            String name, @Nullable String country, @Nullable String city, @Nullable String domain) {
        return new NewAccount(
                null,
                AccountKind.LEGAL_ENTITY,
                name,
                Set.of(),
                country,
                null,
                null,
                city,
                domain == null ? Set.of() : Set.of(domain),
                null,
                null,
                null);
    }

    /** The same under these other names. */
    public NewAccount known(Set<String> otherNames) {
        return new NewAccount(
                parent, kind, name, otherNames, country, state, postcode, city, domains, duns, vat, registry);
    }

    public NewAccount below(AccountId parent, AccountKind kind) {
        return new NewAccount(
                parent, kind, name, otherNames, country, state, postcode, city, domains, duns, vat, registry);
    }

    public NewAccount identifiedBy(@Nullable String duns, @Nullable String vat) {
        return new NewAccount(
                parent, kind, name, otherNames, country, state, postcode, city, domains, duns, vat, registry);
    }
}

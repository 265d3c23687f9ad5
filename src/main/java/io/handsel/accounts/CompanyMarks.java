package io.handsel.accounts;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a company is recognised by, normalised as for customers: for modules that compare companies which are none. A
 * mark is empty where nothing usable was given.
 *
 * @param domain the part of the domain somebody has registered; never a host that thousands share
 * @param name what names have in common that were perhaps meant to look different
 */
public record CompanyMarks(
        @Nullable String domain,
        @Nullable String vat,
        @Nullable String duns,
        @Nullable String name) {

    public static CompanyMarks of(
            String name,
            @Nullable String country,
            @Nullable String domain,
            @Nullable String vat,
            @Nullable String duns) {
        return new CompanyMarks(
                registrableDomain(domain).orElse(null),
                Identifier.vat(vat, country).map(Identifier::text).orElse(null),
                Identifier.duns(duns).map(Identifier::text).orElse(null),
                CustomerLikeness.ofName(name).orElse(null));
    }

    /** The part of a domain somebody has registered; empty for public suffixes and hosts thousands share. */
    public static Optional<String> registrableDomain(@Nullable String domain) {
        return Identifier.domain(domain).map(Identifier::text);
    }

    /** Whether the public suffix list knows the domain's ending. */
    public static boolean isUnderPublicSuffix(String domain) {
        return Identifier.hasPublicSuffix(domain);
    }
}

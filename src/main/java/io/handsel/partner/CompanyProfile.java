package io.handsel.partner;

import io.handsel.kernel.CountryCode;
import io.handsel.kernel.DomainName;
import org.jspecify.annotations.Nullable;

/** What is known of the company behind a partner; what is not known is null. */
public record CompanyProfile(
        @Nullable DomainName domain,
        @Nullable String vat,
        @Nullable String duns,
        @Nullable CountryCode country,
        @Nullable String street,
        @Nullable String postcode,
        @Nullable String city,
        @Nullable String telephone) {

    public static final CompanyProfile UNKNOWN = new CompanyProfile(null, null, null, null, null, null, null, null);
}

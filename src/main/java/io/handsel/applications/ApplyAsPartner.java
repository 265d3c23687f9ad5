package io.handsel.applications;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A company asks to become a partner, in its own words.
 *
 * @param invitation the secret of a mail we have written to it, if it comes from there
 * @param additional what a designer's form has asked beyond that, as JSON text
 * @param locale the language of whoever filled the form in
 */
public record ApplyAsPartner(
        String businessName,
        String street,
        @Nullable String postcode,
        String city,
        String country,
        String telephone,
        String contactName,
        String contactEmail,
        @Nullable String contactTelephone,
        String domain,
        String primaryDns,
        String secondaryDns,
        List<String> products,
        String partnerType,
        String serviceLevel,
        String size,
        @Nullable String certificates,
        @Nullable String vat,
        @Nullable String duns,
        @Nullable String invitation,
        String additional,
        Locale locale) {

    public ApplyAsPartner {
        products = List.copyOf(products);
    }
}

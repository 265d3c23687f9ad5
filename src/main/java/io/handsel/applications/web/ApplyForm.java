package io.handsel.applications.web;

import io.handsel.applications.ApplyAsPartner;
import io.handsel.forms.CountryChoices;
import io.handsel.forms.FormValues;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fields of {@code apply.form}; what a form asks beyond them is an additional answer. */
record ApplyForm(
        @Nullable String businessName,
        @Nullable String street,
        @Nullable String postcode,
        @Nullable String city,
        @Nullable String country,
        @Nullable String telephone,
        @Nullable String contactName,
        @Nullable String contactEmail,
        @Nullable String contactTelephone,
        @Nullable String domain,
        @Nullable String primaryDns,
        @Nullable String secondaryDns,
        @Nullable List<String> products,
        @Nullable String partnerType,
        @Nullable String serviceLevel,
        @Nullable String size,
        @Nullable String certificates,
        @Nullable String vat,
        @Nullable String duns) {

    static ApplyAsPartner command(FormValues values, String invitation, Locale locale) {
        var form = values.to(ApplyForm.class);
        return new ApplyAsPartner(
                orEmpty(form.businessName),
                orEmpty(form.street),
                form.postcode,
                orEmpty(form.city),
                orEmpty(form.country),
                orEmpty(form.telephone),
                orEmpty(form.contactName),
                orEmpty(form.contactEmail),
                form.contactTelephone,
                orEmpty(form.domain),
                orEmpty(form.primaryDns),
                orEmpty(form.secondaryDns),
                Objects.requireNonNullElse(form.products, List.of()),
                orEmpty(form.partnerType),
                orEmpty(form.serviceLevel),
                orEmpty(form.size),
                form.certificates,
                form.vat,
                form.duns,
                invitation.isBlank() ? null : invitation,
                values.additionalJson(ApplyForm.class),
                locale);
    }

    /** What the form's lists offer: countries in the reader's language. */
    static Map<String, Object> choices(Locale locale) {
        return Map.of("countries", CountryChoices.in(locale));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}

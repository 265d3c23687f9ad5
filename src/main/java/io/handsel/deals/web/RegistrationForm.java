package io.handsel.deals.web;

import io.handsel.deals.RegisterDeal;
import io.handsel.deals.RegistrationSheet;
import io.handsel.forms.CountryChoices;
import io.handsel.forms.FormValues;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields that every registration form has in common; what a form asks beyond them is an additional answer. Files come
 * apart from the answers.
 */
record RegistrationForm(
        @Nullable String customer,
        @Nullable String website,
        @Nullable String country,
        @Nullable String state,
        @Nullable String postcode,
        @Nullable String city,
        @Nullable String duns,
        @Nullable String contactName,
        @Nullable String contactEmail,
        @Nullable List<String> products,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable LocalDate expectedClose,
        @Nullable String need,
        @Nullable String source,
        @Nullable Integer quantity,
        @Nullable Boolean rfp,
        @Nullable LocalDate rfpPublished,
        @Nullable List<String> evidence,
        @Nullable String ownReference,
        @Nullable String evidenceFiles) {

    /** What forms know of a customer that has several parts: they ask which one is meant. */
    static final String SEVERAL_PARTS = "severalParts";

    /** The command that checked answers ask for. */
    static RegisterDeal command(String program, FormValues values) {
        var form = values.to(RegistrationForm.class);
        var answers = values.additionalTo(RegistrationForm.class).entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> Objects.requireNonNull(entry.getValue()).toString()));
        return new RegisterDeal(
                program,
                orEmpty(form.customer),
                orEmpty(form.website),
                orEmpty(form.country),
                orEmpty(form.state),
                orEmpty(form.postcode),
                orEmpty(form.city),
                orEmpty(form.duns),
                orEmpty(form.contactName),
                orEmpty(form.contactEmail),
                orEmpty(form.products),
                form.amount,
                orEmpty(form.currency),
                form.expectedClose,
                orEmpty(form.need),
                orEmpty(form.source),
                form.quantity,
                Boolean.TRUE.equals(form.rfp),
                form.rfpPublished,
                orEmpty(form.evidence),
                orEmpty(form.ownReference),
                answers);
    }

    /** A registration as the form knows it, to be filled in again. */
    static Map<String, @Nullable Object> known(RegisterDeal deal) {
        Map<String, @Nullable Object> known = new LinkedHashMap<>(deal.answers());
        if (deal.wantedPart().part() != null) {
            known.put(SEVERAL_PARTS, true);
        }
        known.put("program", deal.program());
        known.put("customer", deal.customer());
        known.put("website", deal.website());
        known.put("country", deal.country());
        known.put("state", deal.state());
        known.put("postcode", deal.postcode());
        known.put("city", deal.city());
        known.put("duns", deal.duns());
        known.put("contactName", deal.contactName());
        known.put("contactEmail", deal.contactEmail());
        known.put("products", deal.products());
        known.put("amount", deal.amount());
        known.put("currency", deal.currency());
        known.put("expectedClose", text(deal.expectedClose()));
        known.put("need", deal.need());
        known.put("source", deal.source());
        known.put("quantity", deal.quantity());
        known.put("rfp", deal.rfp());
        known.put("rfpPublished", text(deal.rfpPublished()));
        known.put("evidence", deal.evidence());
        known.put("ownReference", deal.ownReference());
        return known;
    }

    /** What the form's lists offer: products of the program, and countries in the reader's language. */
    static Map<String, @Nullable Object> choices(RegistrationSheet sheet, Locale locale) {
        return Map.of("productChoices", sheet.products(), "countries", CountryChoices.in(locale));
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static List<String> orEmpty(@Nullable List<String> texts) {
        return texts == null ? List.of() : texts;
    }
}

package io.handsel.accounts.web;

import io.handsel.kernel.CountryCode;
import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The countries to choose from, by the name they have in the reader's language. */
final class Countries {

    private Countries() {}

    static Map<String, String> in(Locale locale) {
        Map<String, String> countries = new LinkedHashMap<>();
        CountryCode.all().stream()
                .sorted(Comparator.comparing(country -> country.nameIn(locale), Collator.getInstance(locale)))
                .forEach(country -> countries.put(country.code(), country.nameIn(locale)));
        return countries;
    }
}

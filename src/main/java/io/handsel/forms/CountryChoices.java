package io.handsel.forms;

import io.handsel.kernel.CountryCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Every country, as a list of a form offers it. */
public final class CountryChoices {

    private CountryChoices() {}

    /** In the order of the names in a reader's language. */
    public static List<Map<String, String>> in(Locale locale) {
        return CountryCode.namesIn(locale).entrySet().stream()
                .map(country -> Map.of("value", country.getKey(), "label", country.getValue()))
                .toList();
    }
}

package io.handsel.accounts.matching;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What a country is called in English, by its two letters; only where the name is one word. */
final class Countries {

    private static final Map<String, String> NAMES = new HashMap<>();

    static {
        for (var country : Locale.getISOCountries()) {
            NAMES.put(
                    country.toLowerCase(Locale.ROOT),
                    new Locale("", country).getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT));
        }
    }

    private Countries() {}

    static String name(String letters) {
        return NAMES.getOrDefault(letters, "");
    }
}

package io.handsel.accounts.matching;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What countries are called, mostly in English, in lower case and without accents. */
final class Countries {

    private static final Map<String, String> NAMES = new HashMap<>();
    private static final Map<String, String> LETTERS = new HashMap<>(Map.ofEntries(
            Map.entry("usa", "US"),
            Map.entry("united states of america", "US"),
            Map.entry("uk", "GB"),
            Map.entry("england", "GB"),
            Map.entry("scotland", "GB"),
            Map.entry("wales", "GB"),
            Map.entry("korea", "KR"),
            Map.entry("republic of korea", "KR"),
            Map.entry("south korea", "KR"),
            Map.entry("peoples republic of china", "CN"),
            Map.entry("p r china", "CN"),
            Map.entry("pr china", "CN"),
            Map.entry("czech republic", "CZ"),
            Map.entry("turkey", "TR"),
            Map.entry("russian federation", "RU"),
            Map.entry("the netherlands", "NL"),
            Map.entry("hong kong", "HK"),
            Map.entry("deutschland", "DE"),
            Map.entry("brasil", "BR"),
            Map.entry("espana", "ES"),
            Map.entry("italia", "IT")));

    static {
        for (var letters : Locale.getISOCountries()) {
            var name = new Locale("", letters).getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT);
            NAMES.put(letters.toLowerCase(Locale.ROOT), name);
            LETTERS.putIfAbsent(name, letters);
        }
    }

    private Countries() {}

    /** Its English name; empty if the two letters are no country's. */
    static String name(String letters) {
        return NAMES.getOrDefault(letters, "");
    }

    /** Its two letters, by any name of it. */
    static @Nullable String letters(String name) {
        return LETTERS.get(name);
    }

    static Set<String> names() {
        return Set.copyOf(NAMES.values());
    }
}

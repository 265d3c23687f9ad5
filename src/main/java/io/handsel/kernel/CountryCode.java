package io.handsel.kernel;

import jakarta.persistence.Embeddable;
import java.text.Collator;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A country by its ISO 3166-1 alpha-2 code, upper case. */
@Embeddable
public record CountryCode(String code) {

    private static final Set<String> KNOWN = Set.of(Locale.getISOCountries());

    /** Languages worth keeping the names in: more than anybody reads, few enough to hold. */
    private static final int MOST_LANGUAGES = 100;

    private static final Map<Locale, Map<String, String>> NAMES = new ConcurrentHashMap<>();

    public CountryCode {
        code = code.strip().toUpperCase(Locale.ROOT);
        if (!KNOWN.contains(code)) {
            throw new IllegalArgumentException("Not a country code: " + code);
        }
    }

    public static CountryCode of(String code) {
        return new CountryCode(code);
    }

    public static boolean isKnown(String code) {
        return KNOWN.contains(code.strip().toUpperCase(Locale.ROOT));
    }

    /** Every country, by code. */
    public static List<CountryCode> all() {
        return KNOWN.stream().sorted().map(CountryCode::new).toList();
    }

    /** Every country's name by its code, in the order of the names in a reader's language. */
    public static Map<String, String> namesIn(Locale locale) {
        var known = NAMES.get(locale);
        if (known != null) {
            return known;
        }
        Map<String, String> names = new LinkedHashMap<>();
        all().stream()
                .collect(Collectors.toMap(CountryCode::code, country -> country.nameIn(locale)))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByValue(Collator.getInstance(locale)))
                .forEach(country -> names.put(country.getKey(), country.getValue()));
        var sorted = Collections.unmodifiableMap(names);
        if (NAMES.size() < MOST_LANGUAGES) {
            NAMES.put(locale, sorted);
        }
        return sorted;
    }

    /** The country's name in a reader's language. */
    public String nameIn(Locale locale) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(locale);
    }

    @Override
    public String toString() {
        return code;
    }
}

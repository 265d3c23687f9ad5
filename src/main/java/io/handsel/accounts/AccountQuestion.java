package io.handsel.accounts;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody knows about a customer, as typed: any part may be missing, nothing is checked but the length. What a
 * part is worth for recognising the customer is the matcher's business.
 *
 * @param domain a domain name or web address
 * @param country ISO 3166-1 alpha-2
 * @param part which part of the customer is meant; null where that has not been asked
 * @param partName the name or the city of the site or department that is meant
 */
public record AccountQuestion(
        @Nullable String name,
        @Nullable String domain,
        @Nullable String country,
        @Nullable String city,
        @Nullable String state,
        @Nullable String postcode,
        @Nullable String duns,
        @Nullable String vat,
        @Nullable CustomerPart part,
        @Nullable String partName) {

    /** Longer texts are no names: they are cut off rather than carried through every query. */
    static final int LONGEST_PART = 200;

    public AccountQuestion {
        name = tidy(name);
        domain = tidy(domain);
        country = Optional.ofNullable(tidy(country))
                .map(code -> code.toUpperCase(Locale.ROOT))
                .orElse(null);
        city = tidy(city);
        state = tidy(state);
        postcode = tidy(postcode);
        duns = tidy(duns);
        vat = tidy(vat);
        partName = part == null || !part.isNamed() ? null : tidy(partName);
    }

    /** About the customer as it is found, whatever part of it that may be. */
    public AccountQuestion(
            @Nullable String name,
            @Nullable String domain,
            @Nullable String country,
            @Nullable String city,
            @Nullable String state,
            @Nullable String postcode,
            @Nullable String duns,
            @Nullable String vat) {
        this(name, domain, country, city, state, postcode, duns, vat, null, null);
    }

    /** The same about one part of the customer. */
    public AccountQuestion within(@Nullable CustomerPart wanted, @Nullable String wantedName) {
        return new AccountQuestion(name, domain, country, city, state, postcode, duns, vat, wanted, wantedName);
    }

    public static AccountQuestion about(@Nullable String name, @Nullable String domain, @Nullable String country) {
        return new AccountQuestion(name, domain, country, null, null, null, null, null);
    }

    /** Nothing in it could tell one customer from another. */
    public boolean isEmpty() {
        return Stream.of(name, domain, duns, vat).allMatch(part -> part == null);
    }

    private static @Nullable String tidy(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var stripped = text.strip();
        return stripped.length() > LONGEST_PART ? stripped.substring(0, LONGEST_PART) : stripped;
    }
}

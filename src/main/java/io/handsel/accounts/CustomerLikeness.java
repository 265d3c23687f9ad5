package io.handsel.accounts;

import com.ibm.icu.text.SpoofChecker;
import java.net.IDN;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What names and domains have in common that were perhaps meant to look different: legal form, order of words, ending of
 * the domain, hyphens and letters that look like others no longer count. Alike is a reason to look, never a verdict.
 */
public final class CustomerLikeness {

    private static final SpoofChecker LOOK = new SpoofChecker.Builder().build();
    private static final int SHORTEST = 3;

    private CustomerLikeness() {}

    /** Empty where the name is too short to say anything. */
    public static Optional<String> ofName(String name) {
        var words = Arrays.stream(AccountNameKey.of(name).split(" "))
                .map(CustomerLikeness::look)
                .sorted()
                .collect(Collectors.joining(" "));
        return worth(words);
    }

    /** The registered part of a web address without its ending; empty for hosts that thousands share. */
    public static Optional<String> ofDomain(@Nullable String website) {
        return Identifier.domain(website)
                .map(domain -> IDN.toUnicode(domain.text()))
                .map(domain -> domain.substring(0, domain.indexOf('.')))
                .map(CustomerLikeness::look)
                .flatMap(CustomerLikeness::worth);
    }

    /** Postcode and street, or the beginning of the name where no street is known. */
    public static Optional<String> ofAddress(
            String country, @Nullable String postcode, @Nullable String street, String name) {
        if (postcode == null || postcode.isBlank()) {
            return Optional.empty();
        }
        var where = street == null || street.isBlank()
                ? look(AccountNameKey.of(name).split(" ")[0])
                : look(AccountNameKey.plain(street).replaceAll("\\b(strasse|street)\\b|(?<=\\w)strasse\\b", "str"));
        return worth(where)
                .map(text -> country + " " + postcode.replaceAll("\\W", "").toUpperCase(Locale.ROOT) + " " + text);
    }

    private static String look(String text) {
        var plain = text.replaceAll("[^\\p{L}\\p{N}]", "");
        return LOOK.getSkeleton(LOOK.getSkeleton(plain).toLowerCase(Locale.ROOT));
    }

    private static Optional<String> worth(String key) {
        return key.length() < SHORTEST ? Optional.empty() : Optional.of(key);
    }
}

package io.handsel.accounts;

import com.google.common.net.InternetDomainName;
import io.handsel.kernel.DomainName;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something an account is recognised by, normalised.
 *
 * @param scope for names the country they are used in, otherwise empty
 */
record Identifier(Kind kind, String scope, String text) implements Comparable<Identifier> {

    /** In the order of what they are worth: a number is one company's, a domain one group's, a name anybody's. */
    enum Kind {
        DUNS,
        VAT,
        REGISTRY,
        DOMAIN,
        NAME;

        /** Whether two accounts can have the same one. */
        boolean mayBeShared() {
            return this == DOMAIN || this == NAME;
        }

        MatchReason reason() {
            return switch (this) {
                case DUNS -> MatchReason.DUNS;
                case VAT, REGISTRY -> MatchReason.VAT;
                case DOMAIN -> MatchReason.DOMAIN;
                case NAME -> MatchReason.NAME;
            };
        }
    }

    private static final Set<String> SHARED_HOSTS = Set.copyOf(AccountNameKey.lines("/accounts/shared-hosts.txt"));
    private static final int LONGEST_VAT = 16;
    private static final Comparator<Identifier> ORDER = Comparator.comparing(Identifier::kind)
            .thenComparing(Identifier::scope)
            .thenComparing(Identifier::text);

    /** Everything in the question that recognises somebody, always in the same order: locks are taken along it. */
    static List<Identifier> of(AccountQuestion question) {
        return Stream.of(
                        duns(question.duns()),
                        vat(question.vat(), question.country()),
                        domain(question.domain()),
                        name(question.name(), question.country()))
                .flatMap(Optional::stream)
                .sorted()
                .toList();
    }

    static Optional<Identifier> duns(@Nullable String text) {
        return digitsOrLetters(text)
                .map(number -> number.startsWith("DUNS") ? number.substring(4) : number)
                .filter(number -> number.matches("\\d{9}"))
                .map(number -> new Identifier(Kind.DUNS, "", number));
    }

    /** A VAT number with its country in front; where it is missing the customer's own country is put there. */
    static Optional<Identifier> vat(@Nullable String text, @Nullable String country) {
        return digitsOrLetters(text)
                .map(number -> number.matches("[A-Z]{2}.*") || country == null ? number : vatPrefix(country) + number)
                .filter(number -> number.matches("[A-Z]{2}[A-Z0-9]{2,}") && number.length() <= LONGEST_VAT)
                .map(number -> new Identifier(Kind.VAT, "", number));
    }

    /** The part of a domain somebody has registered; empty for public suffixes and hosts thousands share. */
    static Optional<Identifier> domain(@Nullable String text) {
        return Optional.ofNullable(text)
                .flatMap(DomainName::find)
                .map(DomainName::name)
                .filter(InternetDomainName::isValid)
                .map(InternetDomainName::from)
                .filter(InternetDomainName::isUnderPublicSuffix)
                .map(domain -> domain.topPrivateDomain().toString())
                .filter(domain -> !SHARED_HOSTS.contains(domain))
                .map(domain -> new Identifier(Kind.DOMAIN, "", domain));
    }

    static Optional<Identifier> name(@Nullable String text, @Nullable String country) {
        return Optional.ofNullable(text)
                .map(AccountNameKey::of)
                .filter(key -> !key.isEmpty())
                .map(key ->
                        new Identifier(Kind.NAME, country == null || !country.matches("[A-Z]{2}") ? "" : country, key));
    }

    private static Optional<String> digitsOrLetters(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(number -> number.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
    }

    private static String vatPrefix(String country) {
        return country.equals("GR") ? "EL" : country;
    }

    @Override
    public int compareTo(Identifier other) {
        return ORDER.compare(this, other);
    }
}

package io.handsel.accounts;

import com.google.common.net.InternetDomainName;
import io.handsel.accounts.matching.WordList;
import io.handsel.kernel.DomainName;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something an account is recognised by, normalised.
 *
 * @param scope for names and numbers of registers the country they are used in, otherwise empty
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
                case VAT -> MatchReason.VAT;
                case REGISTRY -> MatchReason.REGISTRY;
                case DOMAIN -> MatchReason.DOMAIN;
                case NAME -> MatchReason.NAME;
            };
        }
    }

    private static final Set<String> SHARED_HOSTS = Set.copyOf(WordList.lines("/accounts/shared-hosts.txt"));
    private static final int SHORTEST_REGISTRY = 4;
    private static final Comparator<Identifier> ORDER = Comparator.comparing(Identifier::kind)
            .thenComparing(Identifier::scope)
            .thenComparing(Identifier::text);

    /** Everything in the question that recognises somebody, always in the same order: locks are taken along it. */
    static List<Identifier> of(AccountQuestion question) {
        return Stream.of(
                        duns(question.duns()).or(() -> number(question.duns(), question.country())),
                        number(question.vat(), question.country()),
                        domain(question.domain()),
                        name(question.name(), question.country()))
                .flatMap(Optional::stream)
                .sorted()
                .toList();
    }

    /** The same, and what else the numbers could be: whoever types one does not say of what kind it is. */
    static List<Identifier> lookedUp(AccountQuestion question) {
        return Stream.concat(
                        of(question).stream(),
                        Stream.of(question.duns(), question.vat())
                                .filter(Objects::nonNull)
                                .flatMap(number -> readings(number, question.country())))
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<Identifier> readings(String number, @Nullable String country) {
        var vat = VatNumber.possible(number, country);
        return Stream.concat(
                Stream.of(duns(number), registry(number, country), unchecked(number, country))
                        .flatMap(Optional::stream),
                // Somebody else may have typed it without its country, and then nobody knew of what kind it was.
                vat.stream()
                        .flatMap(one -> Stream.of(
                                        Optional.of(new Identifier(Kind.VAT, "", one.text())),
                                        duns(one.national()),
                                        registry(one.national(), null))
                                .flatMap(Optional::stream)));
    }

    static Optional<Identifier> duns(@Nullable String text) {
        return digitsOrLetters(text)
                .map(number -> number.replaceFirst("^DUNS[A-Z]*", ""))
                .filter(number -> number.matches("\\d{9}"))
                .map(number -> new Identifier(Kind.DUNS, "", number));
    }

    /** A VAT number if it is one, otherwise the number of a public register. */
    private static Optional<Identifier> number(@Nullable String text, @Nullable String country) {
        return vat(text, country).or(() -> registry(text, country));
    }

    static Optional<Identifier> vat(@Nullable String text, @Nullable String country) {
        return VatNumber.find(text, country).map(number -> new Identifier(Kind.VAT, "", number.text()));
    }

    /** As VAT numbers were written down before their check digits were looked at. */
    private static Optional<Identifier> unchecked(@Nullable String text, @Nullable String country) {
        return digitsOrLetters(text)
                .map(number -> number.matches("[A-Z]{2}.*") || country == null ? number : country + number)
                .filter(number -> number.matches("[A-Z]{2}[A-Z0-9]{2,14}"))
                .map(number -> new Identifier(Kind.VAT, "", number));
    }

    /** The number in a commercial register, with the court or register where it is written: "HRB 1234 München". */
    static Optional<Identifier> registry(@Nullable String text, @Nullable String country) {
        return Optional.ofNullable(text)
                .map(TypedText::latin)
                .map(AccountNameKey::plain)
                .flatMap(Identifier::digitsOrLetters)
                .map(number -> number.replaceFirst("^([A-Z]{0,4})0+(?=\\d)", "$1"))
                .filter(number -> number.matches(".*\\d.*") && number.length() >= SHORTEST_REGISTRY)
                .map(number -> new Identifier(Kind.REGISTRY, scope(country), number));
    }

    /** The part of a domain somebody has registered; empty for public suffixes and hosts thousands share. */
    static Optional<Identifier> domain(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(TypedText::address)
                .flatMap(DomainName::find)
                .map(DomainName::name)
                .filter(InternetDomainName::isValid)
                .map(InternetDomainName::from)
                .filter(InternetDomainName::isUnderPublicSuffix)
                .map(domain -> domain.topPrivateDomain().toString())
                .filter(domain -> !SHARED_HOSTS.contains(domain))
                .map(domain -> new Identifier(Kind.DOMAIN, "", domain));
    }

    static boolean hasPublicSuffix(String domain) {
        return InternetDomainName.isValid(domain)
                && InternetDomainName.from(domain).hasPublicSuffix();
    }

    static Optional<Identifier> name(@Nullable String text, @Nullable String country) {
        return Optional.ofNullable(text)
                .map(AccountNameKey::of)
                .filter(key -> !key.isEmpty())
                .map(key -> new Identifier(Kind.NAME, scope(country), key));
    }

    private static String scope(@Nullable String country) {
        return country == null || !country.matches("[A-Z]{2}") ? "" : country;
    }

    private static Optional<String> digitsOrLetters(@Nullable String text) {
        return Optional.ofNullable(text).map(TypedText::number);
    }

    @Override
    public int compareTo(Identifier other) {
        return ORDER.compare(this, other);
    }
}

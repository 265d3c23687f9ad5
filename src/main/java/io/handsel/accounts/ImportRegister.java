package io.handsel.accounts;

import io.handsel.accounts.Identifier.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known by the identifiers of one batch of an import, growing with its rows. */
final class ImportRegister {

    private final Map<Identifier, List<Known>> known = new HashMap<>();
    private final Map<String, List<Known>> byName = new HashMap<>();
    private final Map<String, Known> byReference = new HashMap<>();
    private final Set<String> expected = new HashSet<>();

    void add(Identifier identifier, Known account) {
        known.computeIfAbsent(identifier, key -> new ArrayList<>()).add(account);
        if (identifier.kind() == Kind.NAME) {
            byName.computeIfAbsent(identifier.text(), key -> new ArrayList<>()).add(account);
        }
    }

    /** What the file itself calls an account. */
    void refer(String reference, AccountView account) {
        byReference.put(reference, new Known(account, true));
    }

    /** A row of the file is called this: a parent of that name is never somebody else. */
    void expect(String reference) {
        expected.add(reference);
    }

    Optional<Known> referred(String reference) {
        return Optional.ofNullable(byReference.get(reference));
    }

    /** Whether the account is recognised by this already. */
    boolean has(AccountView account, Identifier identifier) {
        return known.getOrDefault(identifier, List.of()).stream()
                .anyMatch(holder -> holder.view().id().equals(account.id()));
    }

    boolean isSole(Identifier identifier) {
        return known.getOrDefault(identifier, List.of()).stream().noneMatch(Known::sole);
    }

    /** An account with the same number, or with the same name, country, city and, where one is given, domain. */
    Optional<Known> same(CheckedAccount account) {
        var numbered = account.identifiers().stream()
                .filter(identifier -> !identifier.kind().mayBeShared())
                .flatMap(identifier -> known.getOrDefault(identifier, List.of()).stream())
                .findFirst();
        if (numbered.isPresent()) {
            return numbered;
        }
        var domains = account.identifiers().stream()
                .filter(identifier -> identifier.kind() == Kind.DOMAIN)
                .toList();
        var name = Identifier.name(account.name(), account.country());
        return name.stream()
                .flatMap(key -> known.getOrDefault(key, List.of()).stream())
                .filter(candidate -> Objects.equals(
                        cityKey(candidate.view().city()),
                        cityKey(account.wanted().city())))
                .filter(candidate -> domains.isEmpty()
                        || domains.stream()
                                .flatMap(domain -> known.getOrDefault(domain, List.of()).stream())
                                .anyMatch(holder -> holder.view()
                                        .id()
                                        .equals(candidate.view().id())))
                .findFirst();
    }

    /** The account a row means by its parent: one of the same file, or a known one by number, domain or name. */
    Optional<Known> parent(String text, @Nullable String country) {
        var own = referred(text);
        if (own.isPresent() || expected.contains(text)) {
            return own;
        }
        for (var identifier : parentIdentifiers(text, country)) {
            var candidates = identifier.kind() == Kind.NAME
                    ? byName.getOrDefault(identifier.text(), List.of())
                    : known.getOrDefault(identifier, List.of());
            var near = candidates.stream()
                    .filter(candidate -> Objects.equals(candidate.view().country(), country))
                    .toList();
            var likely = near.isEmpty() ? candidates : near;
            if (likely.stream()
                            .map(candidate -> candidate.view().root())
                            .distinct()
                            .count()
                    == 1) {
                return likely.stream()
                        .min(Comparator.comparing(
                                candidate -> candidate.view().path().length()));
            }
        }
        return Optional.empty();
    }

    private static @Nullable String cityKey(@Nullable String city) {
        return city == null || city.isBlank()
                ? null
                : AccountNameKey.plain(city).toLowerCase(Locale.ROOT);
    }

    /** A parent is named by number, by domain or by name, whatever the file has. */
    static List<Identifier> parentIdentifiers(String parent, @Nullable String country) {
        return List.of(
                        Identifier.duns(parent),
                        Identifier.registry(parent, country),
                        Identifier.domain(parent),
                        Identifier.name(parent, null))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    record Known(AccountView view, boolean sole) {}
}

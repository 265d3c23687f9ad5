package io.handsel.accounts;

import io.handsel.kernel.CountryCode;
import io.handsel.kernel.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A new account whose every part is well formed, with the identifiers it will be recognised by. */
record CheckedAccount(
        NewAccount wanted, String name, @Nullable String country, List<Identifier> identifiers) {

    static final int LONGEST_TEXT = 200;

    /** Either the account or what is wrong with it. */
    sealed interface Result {}

    record Fine(CheckedAccount account) implements Result {}

    record Wrong(AccountRefusal reason, String field) implements Result {}

    static Result of(NewAccount wanted) {
        var faults = faults(wanted);
        return faults.isEmpty() ? new Fine(recognised(wanted)) : faults.get(0);
    }

    /** Everything that is wrong, so that a form can say it at each field at once. */
    static List<Wrong> faults(NewAccount wanted) {
        var faults = new ArrayList<Wrong>();
        var name = wanted.name().strip();
        if (name.isEmpty()) {
            faults.add(new Wrong(AccountRefusal.NAME_MISSING, "name"));
        } else if (name.length() > LONGEST_TEXT) {
            faults.add(new Wrong(AccountRefusal.NAME_TOO_LONG, "name"));
        }
        if (wanted.otherNames().stream().anyMatch(CheckedAccount::tooLong)) {
            faults.add(new Wrong(AccountRefusal.NAME_TOO_LONG, "otherNames"));
        }
        if (tooLong(wanted.city())) {
            faults.add(new Wrong(AccountRefusal.TEXT_TOO_LONG, "city"));
        }
        if (tooLong(wanted.state())) {
            faults.add(new Wrong(AccountRefusal.TEXT_TOO_LONG, "state"));
        }
        if (tooLong(wanted.postcode())) {
            faults.add(new Wrong(AccountRefusal.TEXT_TOO_LONG, "postcode"));
        }
        var country = country(wanted);
        if (country != null && !CountryCode.isKnown(country)) {
            faults.add(new Wrong(AccountRefusal.UNKNOWN_COUNTRY, "country"));
        }
        if (wanted.duns() != null && Identifier.duns(wanted.duns()).isEmpty()) {
            faults.add(new Wrong(AccountRefusal.NO_DUNS, "duns"));
        }
        if (wanted.vat() != null && Identifier.vat(wanted.vat(), country).isEmpty()) {
            faults.add(new Wrong(AccountRefusal.NO_VAT, "vat"));
        }
        if (wanted.registry() != null
                && Identifier.registry(wanted.registry(), country).isEmpty()) {
            faults.add(new Wrong(AccountRefusal.NO_REGISTRY, "registry"));
        }
        if (wanted.domains().stream().anyMatch(domain -> DomainName.find(domain).isEmpty())) {
            faults.add(new Wrong(AccountRefusal.NO_DOMAIN, "domain"));
        }
        return faults;
    }

    private static CheckedAccount recognised(NewAccount wanted) {
        var name = wanted.name().strip();
        var country = country(wanted);
        var identifiers = new ArrayList<Identifier>();
        Identifier.duns(wanted.duns()).ifPresent(identifiers::add);
        Identifier.vat(wanted.vat(), country).ifPresent(identifiers::add);
        Identifier.registry(wanted.registry(), country).ifPresent(identifiers::add);
        // A shared host is a fine web site, it only recognises nobody.
        wanted.domains().forEach(domain -> Identifier.domain(domain).ifPresent(identifiers::add));
        Identifier.name(name, country).ifPresent(identifiers::add);
        wanted.otherNames().stream()
                .map(other -> Identifier.name(other, country))
                .flatMap(Optional::stream)
                .forEach(identifiers::add);
        return new CheckedAccount(
                wanted, name, country, identifiers.stream().distinct().sorted().toList());
    }

    private static @Nullable String country(NewAccount wanted) {
        return wanted.country() == null ? null : wanted.country().strip().toUpperCase(Locale.ROOT);
    }

    private static boolean tooLong(@Nullable String text) {
        return text != null && text.length() > LONGEST_TEXT;
    }

    /** The account as a node: below its parent, or a root of its own. */
    AccountView node(AccountId id, @Nullable AccountView parent) {
        return new AccountView(
                id,
                parent == null ? null : parent.id(),
                parent == null ? id : parent.root(),
                (parent == null ? "" : parent.path()) + id + "/",
                wanted.kind(),
                name,
                country,
                blankToNull(wanted.state()),
                blankToNull(wanted.postcode()),
                blankToNull(wanted.city()));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

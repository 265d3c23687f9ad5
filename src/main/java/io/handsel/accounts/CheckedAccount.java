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
        var name = wanted.name().strip();
        if (name.isEmpty()) {
            return new Wrong(AccountRefusal.NAME_MISSING, "name");
        }
        if (name.length() > LONGEST_TEXT) {
            return new Wrong(AccountRefusal.NAME_TOO_LONG, "name");
        }
        if (tooLong(wanted.city()) || tooLong(wanted.state()) || tooLong(wanted.postcode())) {
            return new Wrong(AccountRefusal.TEXT_TOO_LONG, "city");
        }
        var country = wanted.country() == null ? null : wanted.country().strip().toUpperCase(Locale.ROOT);
        if (country != null && !CountryCode.isKnown(country)) {
            return new Wrong(AccountRefusal.UNKNOWN_COUNTRY, "country");
        }
        var identifiers = new ArrayList<Identifier>();
        if (wanted.duns() != null) {
            var duns = Identifier.duns(wanted.duns());
            if (duns.isEmpty()) {
                return new Wrong(AccountRefusal.NO_DUNS, "duns");
            }
            identifiers.add(duns.get());
        }
        if (wanted.vat() != null) {
            var vat = Identifier.vat(wanted.vat(), country);
            if (vat.isEmpty()) {
                return new Wrong(AccountRefusal.NO_VAT, "vat");
            }
            identifiers.add(vat.get());
        }
        for (var domain : wanted.domains()) {
            if (DomainName.find(domain).isEmpty()) {
                return new Wrong(AccountRefusal.NO_DOMAIN, "domain");
            }
            // A shared host is a fine web site, it only recognises nobody.
            Identifier.domain(domain).ifPresent(identifiers::add);
        }
        Identifier.name(name, country).ifPresent(identifiers::add);
        wanted.otherNames().stream()
                .map(other -> Identifier.name(other, country))
                .flatMap(Optional::stream)
                .forEach(identifiers::add);
        return new Fine(new CheckedAccount(
                wanted, name, country, identifiers.stream().distinct().sorted().toList()));
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

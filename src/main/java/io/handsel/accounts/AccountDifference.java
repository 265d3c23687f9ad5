package io.handsel.accounts;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is different between two states of an account, field by field, as the history keeps it. */
final class AccountDifference {

    private static final String ARROW = " → ";
    private static final String NOTHING = "–";

    private AccountDifference() {}

    static Map<String, String> between(NewAccount before, NewAccount after) {
        var changes = new LinkedHashMap<String, String>();
        put(changes, "name", before.name(), after.name());
        put(changes, "kind", before.kind().name(), after.kind().name());
        put(changes, "otherNames", joined(before.otherNames()), joined(after.otherNames()));
        put(changes, "country", before.country(), after.country());
        put(changes, "state", before.state(), after.state());
        put(changes, "postcode", before.postcode(), after.postcode());
        put(changes, "city", before.city(), after.city());
        put(changes, "domain", joined(before.domains()), joined(after.domains()));
        put(changes, "duns", before.duns(), after.duns());
        put(changes, "vat", before.vat(), after.vat());
        put(changes, "registry", before.registry(), after.registry());
        return changes;
    }

    /** One change in the words of the history. */
    static String change(@Nullable String before, @Nullable String after) {
        return text(before) + ARROW + text(after);
    }

    private static void put(
            Map<String, String> changes, String field, @Nullable String before, @Nullable String after) {
        if (!text(before).equals(text(after))) {
            changes.put(field, change(before, after));
        }
    }

    private static String joined(Collection<String> texts) {
        return texts.stream().sorted().collect(Collectors.joining(", "));
    }

    private static String text(@Nullable String text) {
        return text == null || text.isBlank() ? NOTHING : text;
    }
}

package io.handsel.accounts.web;

import io.handsel.audit.AuditEntry;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** What happened to an account, in the words of the page: who, when, what, and what was changed from and to. */
record HistoryLine(Instant at, String actor, String action, List<HistoryLine.Change> changes) {

    private static final String ARROW = " → ";

    /** What the history keeps as a constant's name, and where its words are. */
    private static final Map<String, String> CODES = Map.of(
            "kind", "accounts.kind.",
            "nameKind", "accounts.name.",
            "designation", "accounts.designation.",
            "purpose", "accounts.purpose.",
            "why", "accounts.reservation.");

    /** In this order, whatever order they were kept in. */
    private static final List<String> ORDER = List.of(
            "name",
            "nameKind",
            "account",
            "parent",
            "kind",
            "otherNames",
            "names",
            "country",
            "state",
            "postcode",
            "city",
            "domain",
            "duns",
            "vat",
            "registry",
            "identifiers",
            "children",
            "customers",
            "designation",
            "partner",
            "customer",
            "purpose",
            "why",
            "from",
            "to",
            "until",
            "nodes",
            "claims",
            "contested");

    /**
     * @param moment instead of the text, where it is one
     */
    record Change(String label, String text, @Nullable Instant moment) {}

    static HistoryLine of(AuditEntry entry, Map<String, String> partners, MessageSource words, Locale locale) {
        var details = new LinkedHashMap<>(entry.details());
        var changes = new ArrayList<Change>();
        for (var key : ORDER) {
            var text = details.get(key);
            if (text != null && !text.equals("0")) {
                var label = words.getMessage("accounts.detail." + key, null, locale);
                changes.add(new Change(label, spoken(key, text, partners, words, locale), moment(text)));
            }
        }
        return new HistoryLine(entry.at(), entry.actor(), entry.action(), List.copyOf(changes));
    }

    private static String spoken(
            String key, String text, Map<String, String> partners, MessageSource words, Locale locale) {
        if (key.equals("partner")) {
            return partners.getOrDefault(text, text);
        }
        var prefix = CODES.get(key);
        return prefix == null
                ? text
                : Arrays.stream(text.split(ARROW))
                        .map(code -> words.getMessage(prefix + code, null, code, locale))
                        .collect(Collectors.joining(ARROW));
    }

    private static @Nullable Instant moment(String text) {
        try {
            return text.endsWith("Z") ? Instant.parse(text) : null;
        } catch (DateTimeParseException other) {
            return null;
        }
    }
}

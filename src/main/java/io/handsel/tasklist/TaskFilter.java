package io.handsel.tasklist;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which of the tasks one may see are shown: values only, no expressions. The same names stand in the address bar and in
 * saved filters.
 *
 * @param partner part of the partner's name
 * @param search every word must appear in the task, its case, partner, territory or program
 */
public record TaskFilter(
        Scope scope,
        @Nullable String process,
        @Nullable String partner,
        @Nullable String territory,
        @Nullable String program,
        @Nullable BigDecimal least,
        @Nullable BigDecimal most,
        @Nullable Due due,
        @Nullable String search) {

    public static final TaskFilter ALL = new TaskFilter(Scope.ALL, null, null, null, null, null, null, null, null);

    private static final int LONGEST = 200;

    /** Whose tasks. */
    public enum Scope {
        ALL,
        MINE,
        GROUP,
        UNASSIGNED,
        SUBSTITUTE;

        static Scope read(@Nullable String text) {
            for (var scope : values()) {
                if (scope.inAddress().equals(text)) {
                    return scope;
                }
            }
            return ALL;
        }

        public String inAddress() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How near the due time is; follow-up means: somebody wanted to look at it by now; put aside: somebody wants to
     * look at it later. What is put aside is in no other list, unless one searches.
     */
    public enum Due {
        OVERDUE,
        TODAY,
        WEEK,
        FOLLOW_UP,
        PUT_ASIDE;

        static @Nullable Due read(@Nullable String text) {
            for (var due : values()) {
                if (due.inAddress().equals(text)) {
                    return due;
                }
            }
            return null;
        }

        public String inAddress() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Reads the address bar; what is no filter there is left out, never an error. */
    public static TaskFilter read(Map<String, String> parameters) {
        return new TaskFilter(
                Scope.read(parameters.get("scope")),
                text(parameters.get("process")),
                text(parameters.get("partner")),
                text(parameters.get("territory")),
                text(parameters.get("program")),
                amount(parameters.get("least")),
                amount(parameters.get("most")),
                Due.read(parameters.get("due")),
                text(parameters.get("search")));
    }

    static TaskFilter read(String query) {
        return read(
                UriComponentsBuilder.fromUriString("/?" + query)
                        .build()
                        .getQueryParams()
                        .toSingleValueMap()
                        .entrySet()
                        .stream()
                        .filter(entry -> entry.getValue() != null)
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> java.net.URLDecoder.decode(
                                        entry.getValue(), java.nio.charset.StandardCharsets.UTF_8))));
    }

    public static TaskFilter of(Scope scope) {
        return new TaskFilter(scope, null, null, null, null, null, null, null, null);
    }

    public static TaskFilter of(Due due) {
        return new TaskFilter(Scope.ALL, null, null, null, null, null, null, due, null);
    }

    /** As in the address bar, without a question mark. */
    public String query() {
        var pairs = new ArrayList<String>();
        pair(pairs, "scope", scope == Scope.ALL ? null : scope.inAddress());
        pair(pairs, "process", process);
        pair(pairs, "partner", partner);
        pair(pairs, "territory", territory);
        pair(pairs, "program", program);
        pair(pairs, "least", least == null ? null : least.toPlainString());
        pair(pairs, "most", most == null ? null : most.toPlainString());
        pair(pairs, "due", due == null ? null : due.inAddress());
        pair(pairs, "search", search);
        return String.join("&", pairs);
    }

    List<String> searchWords() {
        return search == null
                ? List.of()
                : List.of(search.toLowerCase(Locale.ROOT).split("\\s+"));
    }

    private static void pair(List<String> pairs, String name, @Nullable String text) {
        if (text != null) {
            pairs.add(name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        }
    }

    private static @Nullable String text(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        var stripped = given.strip().replace("\0", "");
        return stripped.length() <= LONGEST ? stripped : stripped.substring(0, LONGEST);
    }

    private static @Nullable BigDecimal amount(@Nullable String given) {
        var text = text(given);
        return text != null && text.matches("\\d{1,12}(\\.\\d{1,4})?") ? new BigDecimal(text) : null;
    }
}

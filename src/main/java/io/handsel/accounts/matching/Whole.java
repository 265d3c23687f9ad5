package io.handsel.accounts.matching;

import java.util.Set;

/** In which way an account may have others under it, as far as its name tells. */
enum Whole {
    NONE,
    TEACHES,
    GOVERNS,
    GATHERS;

    static final Whole[] ALL = values();

    private static final Set<String> TEACHING = Set.of("university", "academy", "polytechnic");
    private static final Set<String> GOVERNING = Set.of(
            "ministry",
            "department",
            "government",
            "administration",
            "agency",
            "authority",
            "council",
            "commission",
            "national",
            "federal");
    private static final Set<String> GATHERING =
            Set.of("group", "holding", "system", "service", "network", "foundation", "union", "federation", "alliance");

    static Whole of(NameTable table, int name) {
        int from = table.from(name);
        int words = table.to(name) - from;
        var whole = NONE;
        boolean place = false;
        boolean generic = false;
        for (int at = from; at < from + words; at++) {
            var word = table.vocabulary.word(table.wordAt(at));
            if (TEACHING.contains(word)) {
                return TEACHES;
            } else if (GOVERNING.contains(word)) {
                whole = GOVERNS;
            } else if (whole == NONE && GATHERING.contains(word)) {
                whole = GATHERS;
            }
            place |= CommonWords.SHIPPED.isPlace(word) || table.vocabulary.isCity(table.wordAt(at));
            generic |= CommonWords.SHIPPED.isGeneric(word);
        }
        // "Queensland Health": a place and what is done there, and nothing else.
        return whole == NONE && words == 2 && place && generic ? GATHERS : whole;
    }
}

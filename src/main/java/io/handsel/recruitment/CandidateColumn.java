package io.handsel.recruitment;

import io.handsel.accounts.AccountNameKey;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a column of a file of candidates can hold, recognised by its heading. */
enum CandidateColumn {
    COMPANY("company", "name", "company name", "partner", "organisation", "organization", "firma", "unternehmen"),
    WEBSITE("website", "web site", "domain", "url", "homepage"),
    COUNTRY("country", "country code", "land"),
    CONTACT("contact", "contact name", "contact person", "kontakt", "ansprechpartner"),
    EMAIL("email", "e mail", "mail", "mail address", "email address", "mailadresse"),
    TELEPHONE("telephone", "phone", "telefon"),
    LANGUAGE("language", "sprache"),
    SEGMENT("segment", "customers", "kunden"),
    EMPLOYEES("employees", "size", "mitarbeiter", "beschaftigte", "beschaeftigte"),
    TECHNICIANS("technicians", "certified technicians", "techniker"),
    SERVICES("services", "own services", "dienstleistungen"),
    COMPLEMENTARY("complementary", "complementary products", "passende produkte"),
    RIVAL("rival", "partner of a rival", "wettbewerber");

    private final Set<String> headings;

    CandidateColumn(String... headings) {
        this.headings = Set.of(headings);
    }

    static Map<CandidateColumn, Integer> in(List<String> headings) {
        Map<CandidateColumn, Integer> columns = new EnumMap<>(CandidateColumn.class);
        for (var column : values()) {
            for (int place = 0; place < headings.size(); place++) {
                if (column.headings.contains(AccountNameKey.plain(headings.get(place)))) {
                    columns.putIfAbsent(column, place);
                }
            }
        }
        return columns;
    }

    @Nullable
    String of(List<String> cells, Map<CandidateColumn, Integer> columns) {
        var place = columns.get(this);
        var text = place == null ? "" : cells.get(place).strip();
        return text.isEmpty() ? null : text;
    }
}

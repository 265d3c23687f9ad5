package io.handsel.accounts;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a column of an imported file can hold. */
public enum ImportField {
    NAME("name", "company", "account", "customer", "organisation", "organization", "firma", "kunde", "company name"),
    OTHER_NAME("other name", "other names", "trading name", "trading names", "alias", "dba", "weiterer name"),
    FORMER_NAME("former name", "former names", "previous name", "frueherer name", "fruherer name"),
    LOCAL_NAME("local name", "native name", "name in local script", "landesname"),
    ACRONYM("acronym", "acronyms", "abbreviation", "abkuerzung", "abkurzung"),
    KIND("kind", "level", "ebene"),
    REFERENCE("reference", "ref id", "own key", "key", "id", "referenz", "schluessel", "schlussel"),
    COUNTRY("country", "country code", "land"),
    STATE("state", "province", "region", "bundesland"),
    POSTCODE("postcode", "zip", "postal code", "plz"),
    CITY("city", "town", "ort", "stadt"),
    DOMAIN("domain", "website", "web site", "url", "homepage"),
    PARENT("parent", "parent id", "parent reference", "parent account", "group", "mutter", "konzern"),
    DUNS("duns", "d u n s", "duns number", "d u n s number"),
    VAT("vat", "vat number", "tax id", "ust idnr", "ustid", "umsatzsteuer id"),
    REGISTRY("registry", "registry number", "registration number", "company number", "handelsregister", "hrb"),
    SEGMENT("segment", "customer segment", "kundensegment"),
    EMPLOYEES("employees", "number of employees", "size", "mitarbeiter", "beschaeftigte", "beschäftigte"),
    INDUSTRY("industry", "sector", "branche"),
    EXISTING_CUSTOMER("existing customer", "customer already", "bestandskunde"),
    DESIGNATION("designation", "zuordnung"),
    PARTNER("partner", "assigned to", "assigned partner", "zugeordneter partner");

    private final Set<String> headings;

    ImportField(String... headings) {
        this.headings = Set.of(headings);
    }

    /** Which column probably holds what, by its heading. */
    static Map<ImportField, Integer> guess(List<String> headings) {
        Map<ImportField, Integer> guess = new EnumMap<>(ImportField.class);
        for (var field : values()) {
            for (int column = 0; column < headings.size(); column++) {
                if (field.headings.contains(AccountNameKey.plain(headings.get(column)))) {
                    guess.putIfAbsent(field, column);
                }
            }
        }
        return guess;
    }
}

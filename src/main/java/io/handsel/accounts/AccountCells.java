package io.handsel.accounts;

import io.handsel.imports.ImportCells;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the cells of a row say of an account. */
record AccountCells(List<String> texts, Map<ImportField, Integer> columns) {

    private static final Map<ImportField, AccountNameKind> NAMES = Map.of(
            ImportField.OTHER_NAME, AccountNameKind.TRADING,
            ImportField.FORMER_NAME, AccountNameKind.FORMER,
            ImportField.LOCAL_NAME, AccountNameKind.LOCAL,
            ImportField.ACRONYM, AccountNameKind.ACRONYM);

    /** The words for the levels of a tree, normalised. */
    private static final Map<String, AccountKind> KINDS = Map.ofEntries(
            Map.entry("group", AccountKind.GROUP),
            Map.entry("konzern", AccountKind.GROUP),
            Map.entry("company", AccountKind.LEGAL_ENTITY),
            Map.entry("legal entity", AccountKind.LEGAL_ENTITY),
            Map.entry("firma", AccountKind.LEGAL_ENTITY),
            Map.entry("gesellschaft", AccountKind.LEGAL_ENTITY),
            Map.entry("site", AccountKind.SITE),
            Map.entry("standort", AccountKind.SITE),
            Map.entry("department", AccountKind.DEPARTMENT),
            Map.entry("abteilung", AccountKind.DEPARTMENT));

    boolean hasFormula() {
        return columns.values().stream().map(texts::get).anyMatch(ImportCells::isFormula);
    }

    /** The row as an account; its parent and designation come apart, they need the database. */
    NewAccount account(AccountKind kind, List<AccountName> names) {
        return new NewAccount(
                null,
                kind,
                text(ImportField.NAME).orElse(""),
                names.stream().map(AccountName::name).collect(Collectors.toSet()),
                text(ImportField.COUNTRY).orElse(null),
                text(ImportField.STATE).orElse(null),
                text(ImportField.POSTCODE).orElse(null),
                text(ImportField.CITY).orElse(null),
                text(ImportField.DOMAIN).map(Set::of).orElse(Set.of()),
                text(ImportField.DUNS).orElse(null),
                text(ImportField.VAT).orElse(null),
                text(ImportField.REGISTRY).orElse(null));
    }

    /** The names of every kind the file has; several in one cell with a bar between them. */
    List<AccountName> names() {
        return NAMES.entrySet().stream()
                .flatMap(column -> text(column.getKey()).stream()
                        .flatMap(several -> Arrays.stream(several.split("\\|")))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .map(name -> new AccountName(column.getValue(), name)))
                .distinct()
                .sorted()
                .toList();
    }

    /** Which level of the tree it is; a company where the file does not say, empty where it says something else. */
    Optional<AccountKind> kind() {
        var written = text(ImportField.KIND).map(AccountNameKey::plain);
        return written.isEmpty() ? Optional.of(AccountKind.LEGAL_ENTITY) : written.map(KINDS::get);
    }

    /** What the row says of the account that decides whose it is; empty if a cell of it cannot be read. */
    Optional<AccountProfile> profile() {
        var segment = text(ImportField.SEGMENT).orElse("");
        var industry = text(ImportField.INDUSTRY).orElse("");
        var employees = text(ImportField.EMPLOYEES).orElse("").replaceAll("[.,'\\s]", "");
        var existing = ImportCells.yesOrNo(text(ImportField.EXISTING_CUSTOMER).orElse("no"));
        if (segment.length() > AccountProfile.LONGEST
                || industry.length() > AccountProfile.LONGEST
                || !employees.matches("\\d{0,9}")
                || existing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new AccountProfile(
                segment, employees.isEmpty() ? null : Long.valueOf(employees), industry, existing.get()));
    }

    Optional<String> text(ImportField field) {
        return Optional.ofNullable(columns.get(field))
                .map(texts::get)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}

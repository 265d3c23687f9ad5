package io.handsel.accounts;

import io.handsel.accounts.BoundedRecords.Raw;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** Turns a record's bytes into cells, and cells into the account they describe. */
public record ImportCells(Charset charset, char delimiter) {

    /** A cell a spreadsheet would calculate. A leading plus or minus alone is a matter of taste, with a bracket it is not. */
    private static final Pattern FORMULA = Pattern.compile("[=@].*|[+\\-].*[(!|].*", Pattern.DOTALL);

    private static final Set<String> YES = Set.of("yes", "y", "true", "1", "x", "ja", "j");
    private static final Set<String> NO = Set.of("no", "n", "false", "0", "nein");

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

    /** Why a row cannot even be read. */
    public enum Problem {
        NO_KIND,
        TOO_LONG,
        WRONG_ENCODING,
        MALFORMED,
        WRONG_CELL_COUNT,
        FORMULA,
        /** Segment, employees, industry or "existing customer" cannot be read. */
        NO_PROFILE
    }

    public sealed interface Result {}

    public record Cells(List<String> texts) implements Result {}

    public record Unreadable(Problem problem) implements Result {}

    public Result read(Raw raw) {
        if (raw.tooLong()) {
            return new Unreadable(Problem.TOO_LONG);
        }
        try {
            var text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(raw.bytes()))
                    .toString();
            var line = raw.number() == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
            return parse(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
        } catch (CharacterCodingException notThisEncoding) {
            return new Unreadable(Problem.WRONG_ENCODING);
        }
    }

    private Result parse(String line) {
        var format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
        try (var parser = CSVParser.parse(line, format)) {
            var records = parser.getRecords();
            return records.size() == 1 ? new Cells(records.get(0).toList()) : new Unreadable(Problem.MALFORMED);
        } catch (IOException | IllegalStateException | UncheckedIOException malformed) {
            return new Unreadable(Problem.MALFORMED);
        }
    }

    /** The delimiter the headings are separated by. */
    public static char guessDelimiter(String headings) {
        return Arrays.asList(',', ';', '\t', '|').stream()
                .max(Comparator.comparingLong(candidate ->
                        headings.chars().filter(letter -> letter == candidate).count()))
                .orElse(',');
    }

    public static boolean isFormula(String cell) {
        return FORMULA.matcher(cell.strip()).matches();
    }

    /** The row as an account; its parent and designation come apart, they need the database. */
    static NewAccount account(
            List<String> cells, Map<ImportField, Integer> columns, AccountKind kind, List<AccountName> names) {
        return new NewAccount(
                null,
                kind,
                cell(cells, columns, ImportField.NAME).orElse(""),
                names.stream().map(AccountName::name).collect(Collectors.toSet()),
                cell(cells, columns, ImportField.COUNTRY).orElse(null),
                cell(cells, columns, ImportField.STATE).orElse(null),
                cell(cells, columns, ImportField.POSTCODE).orElse(null),
                cell(cells, columns, ImportField.CITY).orElse(null),
                cell(cells, columns, ImportField.DOMAIN).map(Set::of).orElse(Set.of()),
                cell(cells, columns, ImportField.DUNS).orElse(null),
                cell(cells, columns, ImportField.VAT).orElse(null),
                cell(cells, columns, ImportField.REGISTRY).orElse(null));
    }

    /** The names of every kind the file has; several in one cell with a bar between them. */
    static List<AccountName> names(List<String> cells, Map<ImportField, Integer> columns) {
        return NAMES.entrySet().stream()
                .flatMap(column -> cell(cells, columns, column.getKey()).stream()
                        .flatMap(several -> Arrays.stream(several.split("\\|")))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .map(name -> new AccountName(column.getValue(), name)))
                .distinct()
                .sorted()
                .toList();
    }

    /** Which level of the tree it is; a company where the file does not say, empty where it says something else. */
    static Optional<AccountKind> kind(List<String> cells, Map<ImportField, Integer> columns) {
        var written = cell(cells, columns, ImportField.KIND).map(AccountNameKey::plain);
        return written.isEmpty() ? Optional.of(AccountKind.LEGAL_ENTITY) : written.map(KINDS::get);
    }

    /** What the row says of the account that decides whose it is; empty if a cell of it cannot be read. */
    static Optional<AccountProfile> profile(List<String> cells, Map<ImportField, Integer> columns) {
        var segment = cell(cells, columns, ImportField.SEGMENT).orElse("");
        var industry = cell(cells, columns, ImportField.INDUSTRY).orElse("");
        var employees = cell(cells, columns, ImportField.EMPLOYEES).orElse("").replaceAll("[.,'\\s]", "");
        var existing = cell(cells, columns, ImportField.EXISTING_CUSTOMER)
                .map(AccountNameKey::plain)
                .orElse("no");
        if (segment.length() > AccountProfile.LONGEST
                || industry.length() > AccountProfile.LONGEST
                || !employees.matches("\\d{0,9}")
                || !(YES.contains(existing) || NO.contains(existing))) {
            return Optional.empty();
        }
        return Optional.of(new AccountProfile(
                segment, employees.isEmpty() ? null : Long.valueOf(employees), industry, YES.contains(existing)));
    }

    static Optional<String> cell(List<String> cells, Map<ImportField, Integer> columns, ImportField field) {
        return Optional.ofNullable(columns.get(field))
                .map(cells::get)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}

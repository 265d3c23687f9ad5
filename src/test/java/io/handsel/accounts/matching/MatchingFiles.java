package io.handsel.accounts.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The layouts of accounts and questions the bench reads. */
public final class MatchingFiles {

    private static final CSVFormat WITH_HEADER =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private MatchingFiles() {}

    public static List<KnownAccount> accounts(Path file) {
        // A million rows at once would need more memory than the accounts they hold.
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                var rows = WITH_HEADER.parse(reader)) {
            return rows.stream()
                    .map(row -> new KnownAccount(
                            row.get("ref_id"), List.of(row.get("name")), row.get("country"), row.get("city")))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static List<Question> questions(Path file) {
        return records(file).stream().map(MatchingFiles::question).toList();
    }

    private static Question question(CSVRecord row) {
        var kind = row.isMapped("affiliation") ? Kind.LINE : row.isMapped("child_name") ? Kind.RELATED : Kind.NAME;
        var text = row.get(
                switch (kind) {
                    case LINE -> "affiliation";
                    case RELATED -> "child_name";
                    case NAME -> "name";
                });
        var truth = optional(row, kind == Kind.RELATED ? "parent_ref_ids" : "true_ref_ids");
        return new Question(
                row.get("query_id"),
                kind,
                new NameQuestion(text, optional(row, "country"), optional(row, "city")),
                ids(truth),
                ids(optional(row, "parent_ref_ids")),
                optional(row, "shares_distinctive_token").equals("1"),
                optional(row, "source"),
                !optional(row, "difficulty").equals("hard"));
    }

    private static Set<String> ids(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split("\\|"));
    }

    private static String optional(CSVRecord row, String column) {
        return row.isMapped(column) ? row.get(column) : "";
    }

    private static List<CSVRecord> records(Path file) {
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                var parser = WITH_HEADER.parse(reader)) {
            return parser.getRecords();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public enum Kind {
        NAME,
        LINE,
        RELATED
    }

    /**
     * @param parents the accounts it belongs to, as far as they are known
     * @param shared whether a subsidiary shares a word with its parent
     */
    public record Question(
            String id,
            Kind kind,
            NameQuestion asked,
            Set<String> truth,
            Set<String> parents,
            boolean shared,
            String source,
            boolean core) {}
}

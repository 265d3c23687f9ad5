package io.handsel.imports;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import io.handsel.imports.BoundedRecords.Raw;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** How a file is written, and the cells of its rows by that. */
public record ImportCells(Charset charset, char delimiter) {

    /** A cell a spreadsheet would calculate. A leading plus or minus alone is a matter of taste, with a bracket it is not. */
    private static final Pattern FORMULA = Pattern.compile("[=@].*|[+\\-].*[(!|].*", Pattern.DOTALL);

    /** A row without these is split as it stands, in a small part of the time. */
    private static final CharMatcher NEEDS_PARSER = CharMatcher.anyOf("\"\r\n");

    private static final Set<String> YES = Set.of("yes", "y", "true", "1", "x", "ja", "j");
    private static final Set<String> NO = Set.of("no", "n", "false", "0", "nein");

    /** Why a row cannot even be read. */
    public enum Problem {
        TOO_LONG,
        WRONG_ENCODING,
        MALFORMED,
        WRONG_CELL_COUNT,
        FORMULA
    }

    public sealed interface Result {}

    public record Cells(List<String> texts) implements Result {}

    public record Unreadable(Problem problem) implements Result {}

    Result read(Raw raw) {
        if (raw.tooLong()) {
            return new Unreadable(Problem.TOO_LONG);
        }
        try {
            var text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(raw.bytes()))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                // No database keeps a zero character: one such row would stop every batch it is in.
                return new Unreadable(Problem.MALFORMED);
            }
            var line = raw.number() == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
            return parse(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
        } catch (CharacterCodingException notThisEncoding) {
            return new Unreadable(Problem.WRONG_ENCODING);
        }
    }

    private Result parse(String line) {
        if (!line.isEmpty() && NEEDS_PARSER.matchesNoneOf(line)) {
            return new Cells(Splitter.on(delimiter).splitToList(line));
        }
        var format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
        try (var parser = CSVParser.parse(line, format)) {
            var records = parser.getRecords();
            return records.size() == 1 ? new Cells(records.get(0).toList()) : new Unreadable(Problem.MALFORMED);
        } catch (IOException | IllegalStateException | UncheckedIOException malformed) {
            return new Unreadable(Problem.MALFORMED);
        }
    }

    public static boolean isFormula(String cell) {
        return FORMULA.matcher(cell.strip()).matches();
    }

    /** What a cell answers to a question; empty where it is neither yes nor no. */
    public static Optional<Boolean> yesOrNo(String cell) {
        var word = cell.strip().toLowerCase(Locale.ROOT);
        return YES.contains(word)
                ? Optional.of(Boolean.TRUE)
                : NO.contains(word) ? Optional.of(Boolean.FALSE) : Optional.empty();
    }
}

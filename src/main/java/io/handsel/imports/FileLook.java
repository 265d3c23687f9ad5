package io.handsel.imports;

import io.handsel.imports.BoundedRecords.Raw;
import io.handsel.imports.ImportCells.Cells;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What reading a file once shows.
 *
 * @param headings empty if they are too long, or not the cells of a row
 * @param rows without the headings
 */
public record FileLook(ImportCells writing, List<String> headings, boolean headingsTooLong, long rows) {

    private static final Charset WESTERN = Charset.forName("windows-1252");

    public FileLook {
        headings = List.copyOf(headings);
    }

    /** Nothing where the file has no headings. */
    static Optional<FileLook> at(InputStream file) throws IOException {
        try (var records = new BoundedRecords(file)) {
            var headings = records.next();
            if (headings == null) {
                return Optional.empty();
            }
            long unicode = 0;
            long other = 0;
            long rows = -1;
            for (Raw row = headings; row != null; row = records.next()) {
                rows++;
                if (!isAscii(row.bytes())) {
                    if (isUnicode(row)) {
                        unicode++;
                    } else {
                        other++;
                    }
                }
            }
            // One row in a wrong encoding does not spoil the others: it is refused when its turn comes.
            var charset = other > unicode ? WESTERN : StandardCharsets.UTF_8;
            var writing = new ImportCells(charset, delimiter(new String(headings.bytes(), charset)));
            var read = writing.read(headings) instanceof Cells cells ? cells.texts() : List.<String>of();
            return Optional.of(new FileLook(writing, read, headings.tooLong(), rows));
        }
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte letter : bytes) {
            if (letter < 0) {
                return false;
            }
        }
        return true;
    }

    /** What is no UTF-8 comes back as something else. */
    private static boolean isUnicode(Raw row) {
        return !new String(row.bytes(), StandardCharsets.UTF_8).contains("\uFFFD");
    }

    /** What the headings are separated by. */
    private static char delimiter(String headings) {
        return Stream.of(',', ';', '\t', '|')
                .max(Comparator.comparingLong(candidate ->
                        headings.chars().filter(letter -> letter == candidate).count()))
                .orElse(',');
    }
}

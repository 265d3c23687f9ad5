package io.handsel.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * A list as a file for spreadsheets, in which no cell is a formula: what a spreadsheet would calculate begins with an
 * apostrophe.
 */
public final class HarmlessCsv {

    /** Without it, spreadsheets take the file for one of their own old alphabets. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final Pattern FORMULA = Pattern.compile("\\s*[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private final CSVPrinter printer;

    public HarmlessCsv(Appendable out, String... headings) {
        try {
            printer = new CSVPrinter(out.append(BYTE_ORDER_MARK), CSVFormat.RFC4180);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        row((Object[]) headings);
    }

    public void row(@Nullable Object... cells) {
        try {
            printer.printRecord(Arrays.stream(cells).map(HarmlessCsv::harmless).toList());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String harmless(@Nullable Object cell) {
        var written = cell == null ? "" : cell.toString();
        return FORMULA.matcher(written).matches() ? "'" + written : written;
    }
}

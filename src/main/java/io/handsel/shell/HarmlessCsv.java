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
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final Pattern FORMULA = Pattern.compile("\\s*[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private final StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
    private final CSVPrinter printer;

    private HarmlessCsv() throws IOException {
        printer = new CSVPrinter(text, CSVFormat.RFC4180);
    }

    public static HarmlessCsv of(String... headings) {
        try {
            var file = new HarmlessCsv();
            file.row((Object[]) headings);
            return file;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public void row(@Nullable Object... cells) {
        try {
            printer.printRecord(Arrays.stream(cells).map(HarmlessCsv::harmless).toList());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public String text() {
        return text.toString();
    }

    private static String harmless(@Nullable Object cell) {
        var written = cell == null ? "" : cell.toString();
        return FORMULA.matcher(written).matches() ? "'" + written : written;
    }
}

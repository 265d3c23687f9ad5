package io.handsel.shell;

import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** CSV for downloads in which no cell is a formula: what a spreadsheet would calculate begins with an apostrophe. */
public final class NeutralCsv {

    private static final Pattern FORMULA = Pattern.compile("^\\s*[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private final CSVPrinter printer;

    public NeutralCsv(Appendable out, String... headings) throws IOException {
        printer = new CSVPrinter(out, CSVFormat.RFC4180);
        row((Object[]) headings);
    }

    public void row(@Nullable Object... cells) throws IOException {
        printer.printRecord(Arrays.stream(cells).map(NeutralCsv::neutral).toList());
    }

    private static String neutral(@Nullable Object cell) {
        var text = cell == null ? "" : cell.toString();
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }
}

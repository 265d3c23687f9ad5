package io.handsel.tasklist.web;

import io.handsel.tasklist.TaskEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** The list as a file for spreadsheets. */
final class TaskCsv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TaskCsv() {}

    static String written(List<TaskEntry> entries) {
        var text = new StringBuilder(BYTE_ORDER_MARK);
        try (var csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(
                    "case",
                    "task",
                    "partner",
                    "territory",
                    "value",
                    "currency",
                    "program",
                    "assignee",
                    "created",
                    "due");
            for (var entry : entries) {
                var worth = entry.worth();
                csv.printRecord(
                        harmless(entry.title()),
                        harmless(entry.name()),
                        harmless(entry.partnerName()),
                        harmless(entry.territory()),
                        worth == null ? "" : worth.amount().toPlainString(),
                        worth == null ? "" : worth.currency().getCurrencyCode(),
                        harmless(entry.program()),
                        harmless(entry.assigneeName()),
                        entry.created(),
                        entry.due() == null ? "" : entry.due());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** A cell that begins like a formula would be run by the spreadsheet that opens it. */
    static String harmless(@Nullable String cell) {
        if (cell == null) {
            return "";
        }
        return cell.matches("(?s)\\s*[=+\\-@\\t\\r].*") ? "'" + cell : cell;
    }
}

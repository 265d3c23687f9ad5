package io.handsel.tasklist.web;

import io.handsel.shell.HarmlessCsv;
import io.handsel.tasklist.TaskEntry;
import java.util.List;

/** The list as a file for spreadsheets. */
final class TaskCsv {

    private TaskCsv() {}

    static String written(List<TaskEntry> entries) {
        var text = new StringBuilder();
        var csv = new HarmlessCsv(
                text,
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
            csv.row(
                    entry.title(),
                    entry.name(),
                    entry.partnerName(),
                    entry.territory(),
                    worth == null ? null : worth.amount().toPlainString(),
                    worth == null ? null : worth.currency(),
                    entry.program(),
                    entry.assigneeName(),
                    entry.created(),
                    entry.due());
        }
        return text.toString();
    }
}

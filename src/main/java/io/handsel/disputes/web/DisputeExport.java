package io.handsel.disputes.web;

import io.handsel.disputes.DisputeSummary;
import io.handsel.shell.HarmlessCsv;
import java.util.List;

/** The list of disputes as a file for spreadsheets; the sides are named to the vendor's people only. */
final class DisputeExport {

    private DisputeExport() {}

    static String ofOneSide(List<DisputeSummary> disputes) {
        var text = new StringBuilder();
        var file = new HarmlessCsv(text, "number", "customer", "about", "status", "next date", "opened");
        disputes.forEach(dispute -> file.row(
                dispute.number(),
                dispute.customer(),
                dispute.cause(),
                dispute.status(),
                dispute.due(),
                dispute.openedAt()));
        return text.toString();
    }

    static String ofBothSides(List<DisputeSummary> disputes) {
        var text = new StringBuilder();
        var file = new HarmlessCsv(
                text, "number", "customer", "challenger", "holder", "about", "status", "next date", "opened");
        disputes.forEach(dispute -> file.row(
                dispute.number(),
                dispute.customer(),
                dispute.challenger(),
                dispute.holder(),
                dispute.cause(),
                dispute.status(),
                dispute.due(),
                dispute.openedAt()));
        return text.toString();
    }
}

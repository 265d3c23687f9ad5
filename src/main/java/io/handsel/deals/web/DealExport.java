package io.handsel.deals.web;

import io.handsel.deals.DealSummary;
import io.handsel.security.PersonId;
import io.handsel.shell.HarmlessCsv;
import java.util.List;
import java.util.Map;

/** The list of deals as a file for spreadsheets. */
final class DealExport {

    private DealExport() {}

    /** @param names who registered them */
    static String written(List<DealSummary> deals, Map<PersonId, String> names) {
        var text = new StringBuilder();
        var file = new HarmlessCsv(
                text,
                "number",
                "customer",
                "status",
                "value",
                "currency",
                "expected close",
                "next",
                "next date",
                "registered",
                "registered by",
                "own reference",
                "program");
        for (var deal : deals) {
            var clock = deal.clock();
            file.row(
                    deal.number(),
                    deal.customer(),
                    deal.status(),
                    deal.value().amount().toPlainString(),
                    deal.value().currency(),
                    deal.expectedClose(),
                    clock == null ? null : clock.kind(),
                    clock == null ? null : clock.due(),
                    deal.submittedAt(),
                    names.get(deal.registrant()),
                    deal.ownReference(),
                    deal.program());
        }
        return text.toString();
    }
}

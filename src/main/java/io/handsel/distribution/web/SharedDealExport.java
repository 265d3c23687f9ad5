package io.handsel.distribution.web;

import io.handsel.deals.SharedDeal;
import io.handsel.shell.HarmlessCsv;
import java.util.List;

/** The deals a reseller shares as a file for spreadsheets. */
final class SharedDealExport {

    private SharedDealExport() {}

    static String written(List<SharedDeal> deals) {
        var text = new StringBuilder();
        var file = new HarmlessCsv(
                text,
                "number",
                "customer",
                "products",
                "status",
                "value",
                "currency",
                "expected close",
                "protected until");
        for (var deal : deals) {
            file.row(
                    deal.number(),
                    deal.customer(),
                    String.join(", ", deal.products()),
                    deal.status(),
                    deal.value().amount().toPlainString(),
                    deal.value().currency(),
                    deal.expectedClose(),
                    deal.protectedUntil());
        }
        return text.toString();
    }
}

package io.handsel.partner.web;

import io.handsel.partner.PartnerPage.Row;
import io.handsel.security.PersonId;
import io.handsel.security.PersonView;
import io.handsel.shell.HarmlessCsv;
import java.util.List;
import java.util.Map;

/** The list as CSV. */
final class PartnerExport {

    private PartnerExport() {}

    static String write(List<Row> rows, Map<PersonId, PersonView> managers) {
        var text = new StringBuilder();
        var csv = new HarmlessCsv(text, "name", "type", "tier", "region", "standing", "manager", "id");
        for (var row : rows) {
            var manager = managers.get(row.manager());
            csv.row(
                    row.name(),
                    row.type(),
                    row.tier(),
                    row.region(),
                    row.standing(),
                    manager == null ? "" : manager.name(),
                    row.id());
        }
        return text.toString();
    }
}

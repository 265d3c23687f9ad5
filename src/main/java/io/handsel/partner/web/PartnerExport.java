package io.handsel.partner.web;

import io.handsel.partner.PartnerPage.Row;
import io.handsel.security.PersonId;
import io.handsel.security.PersonView;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The list as CSV, in which no cell can become a formula of a spreadsheet. */
final class PartnerExport {

    private PartnerExport() {}

    static String write(List<Row> rows, Map<PersonId, PersonView> managers) {
        var text = new StringWriter().append('\uFEFF');
        try (var csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord("name", "type", "tier", "region", "standing", "manager", "id");
            for (var row : rows) {
                var manager = managers.get(row.manager());
                csv.printRecord(
                        harmless(row.name()),
                        row.type(),
                        row.tier(),
                        harmless(row.region()),
                        row.standing(),
                        harmless(manager == null ? "" : manager.name()),
                        row.id());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}

package io.handsel.accounts;

import io.handsel.accounts.CheckedAccount.Fine;
import io.handsel.accounts.CheckedAccount.Wrong;
import io.handsel.accounts.ImportBatch.Row;
import io.handsel.accounts.ImportCells.Cells;
import io.handsel.accounts.ImportCells.Problem;
import io.handsel.accounts.ImportCells.Unreadable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of an imported file as far as it can be understood without the register.
 *
 * @param problem why it is refused; nothing else of it counts then
 * @param names of every kind but the one the account goes by
 * @param reference what the file itself calls the account
 * @param parent what the row calls its parent; null at the top
 */
record ImportDraft(
        long number,
        String name,
        @Nullable String problem,
        @Nullable CheckedAccount account,
        AccountProfile profile,
        List<AccountName> names,
        @Nullable String reference,
        @Nullable String parent,
        @Nullable String designation,
        @Nullable String partner) {

    private static ImportDraft refused(long number, String name, String problem) {
        return new ImportDraft(number, name, problem, null, AccountProfile.empty(), List.of(), null, null, null, null);
    }

    static ImportDraft of(Row row, int columnCount, Map<ImportField, Integer> columns) {
        if (row.cells() instanceof Unreadable unreadable) {
            return refused(row.number(), "", unreadable.problem().name());
        }
        var cells = ((Cells) row.cells()).texts();
        if (cells.size() != columnCount) {
            return refused(row.number(), "", Problem.WRONG_CELL_COUNT.name());
        }
        var name = ImportCells.cell(cells, columns, ImportField.NAME).orElse("");
        if (columns.values().stream().map(cells::get).anyMatch(ImportCells::isFormula)) {
            return refused(row.number(), name, Problem.FORMULA.name());
        }
        var kind = ImportCells.kind(cells, columns);
        if (kind.isEmpty()) {
            return refused(row.number(), name, Problem.NO_KIND.name());
        }
        var names = ImportCells.names(cells, columns);
        var checked = CheckedAccount.of(ImportCells.account(cells, columns, kind.get(), names));
        if (checked instanceof Wrong wrong) {
            return refused(row.number(), name, wrong.reason().name());
        }
        var profile = ImportCells.profile(cells, columns);
        if (profile.isEmpty()) {
            return refused(row.number(), name, Problem.NO_PROFILE.name());
        }
        var reference = ImportCells.cell(cells, columns, ImportField.REFERENCE);
        if (Stream.of(reference, ImportCells.cell(cells, columns, ImportField.PARENT))
                .flatMap(Optional::stream)
                .anyMatch(key -> key.length() > CheckedAccount.LONGEST_TEXT)) {
            return refused(row.number(), name, AccountRefusal.TEXT_TOO_LONG.name());
        }
        return new ImportDraft(
                row.number(),
                name,
                null,
                ((Fine) checked).account(),
                profile.get(),
                names,
                reference.orElse(null),
                // Without references of its own a file names the top of a tree as its own parent.
                ImportCells.cell(cells, columns, ImportField.PARENT)
                        .filter(parent -> reference.isPresent()
                                || !AccountNameKey.of(parent).equals(AccountNameKey.of(name)))
                        .orElse(null),
                ImportCells.cell(cells, columns, ImportField.DESIGNATION)
                        .map(AccountNameKey::plain)
                        .orElse("open"),
                ImportCells.cell(cells, columns, ImportField.PARTNER)
                        .map(AccountNameKey::of)
                        .orElse(""));
    }
}

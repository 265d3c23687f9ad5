package io.handsel.accounts;

import io.handsel.accounts.CheckedAccount.Fine;
import io.handsel.accounts.CheckedAccount.Wrong;
import io.handsel.imports.ImportCells;
import io.handsel.imports.ImportCells.Cells;
import io.handsel.imports.ImportCells.Unreadable;
import io.handsel.imports.ImportRow;
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

    /** Why a row that can be read is no account, as far as it does not lie in the account itself. */
    private enum Problem {
        NO_KIND,
        /** Segment, employees, industry or "existing customer" cannot be read. */
        NO_PROFILE
    }

    static ImportDraft of(ImportRow row, int columnCount, Map<ImportField, Integer> columns) {
        if (row.cells() instanceof Unreadable unreadable) {
            return refused(row.number(), "", unreadable.problem().name());
        }
        var texts = ((Cells) row.cells()).texts();
        if (texts.size() != columnCount) {
            return refused(row.number(), "", ImportCells.Problem.WRONG_CELL_COUNT.name());
        }
        var cells = new AccountCells(texts, columns);
        var name = cells.text(ImportField.NAME).orElse("");
        if (cells.hasFormula()) {
            return refused(row.number(), name, ImportCells.Problem.FORMULA.name());
        }
        var kind = cells.kind();
        if (kind.isEmpty()) {
            return refused(row.number(), name, Problem.NO_KIND.name());
        }
        var names = cells.names();
        var checked = CheckedAccount.of(cells.account(kind.get(), names));
        if (checked instanceof Wrong wrong) {
            return refused(row.number(), name, wrong.reason().name());
        }
        var profile = cells.profile();
        if (profile.isEmpty()) {
            return refused(row.number(), name, Problem.NO_PROFILE.name());
        }
        var reference = cells.text(ImportField.REFERENCE);
        var parent = cells.text(ImportField.PARENT);
        if (Stream.of(reference, parent)
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
                parent.filter(written -> reference.isPresent()
                                || !AccountNameKey.of(written).equals(AccountNameKey.of(name)))
                        .orElse(null),
                cells.text(ImportField.DESIGNATION).map(AccountNameKey::plain).orElse("open"),
                cells.text(ImportField.PARTNER).map(AccountNameKey::of).orElse(""));
    }
}

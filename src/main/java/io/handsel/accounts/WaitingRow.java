package io.handsel.accounts;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of an import whose parent has not come.
 *
 * @param reference what the file calls the row; null if it calls it nothing
 * @param parent what the row calls its parent
 */
record WaitingRow(
        long number,
        String name,
        @Nullable String reference,
        @Nullable String parent) {

    /** The numbers of those rows that wait for themselves, by way of whichever others. */
    static List<Long> circular(List<WaitingRow> rows) {
        Map<String, WaitingRow> byKey = new HashMap<>();
        for (var row : rows) {
            byKey.putIfAbsent(AccountNameKey.of(row.name()), row);
        }
        for (var row : rows) {
            if (row.reference() != null) {
                byKey.put(row.reference(), row);
            }
        }
        return rows.stream()
                .filter(row -> row.comesBack(byKey))
                .map(WaitingRow::number)
                .toList();
    }

    private boolean comesBack(Map<String, WaitingRow> byKey) {
        var seen = new HashSet<Long>();
        for (var next = above(byKey); next != null && seen.add(next.number()); next = next.above(byKey)) {
            if (next.number() == number) {
                return true;
            }
        }
        return false;
    }

    private @Nullable WaitingRow above(Map<String, WaitingRow> byKey) {
        if (parent == null) {
            return null;
        }
        var referred = byKey.get(parent);
        return referred == null ? byKey.get(AccountNameKey.of(parent)) : referred;
    }
}

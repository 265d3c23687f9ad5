package io.handsel.accounts.matching;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * Some of the accounts, and which of them no longer count because they were removed or have changed. Never changes
 * itself: who asks keeps the shelves he began with.
 */
final class Shelf {

    private final NameTable table;
    private final BitSet removed;

    Shelf(NameTable table) {
        this(table, new BitSet());
    }

    private Shelf(NameTable table, BitSet removed) {
        this.table = table;
        this.removed = removed;
    }

    NameTable table() {
        return table;
    }

    boolean counts(int name) {
        return !removed.get(table.accountOf(name));
    }

    int accounts() {
        return table.accounts() - removed.cardinality();
    }

    /** The same shelf without an account; itself if the account is not on it. */
    Shelf without(String id) {
        int account = table.accountOf(id);
        if (account < 0 || removed.get(account)) {
            return this;
        }
        var more = (BitSet) removed.clone();
        more.set(account);
        return new Shelf(table, more);
    }

    Shelf without(Iterable<String> ids) {
        var more = (BitSet) removed.clone();
        for (var id : ids) {
            int account = table.accountOf(id);
            if (account >= 0) {
                more.set(account);
            }
        }
        return new Shelf(table, more);
    }

    void forEach(Consumer<KnownAccount> consumer) {
        for (int account = removed.nextClearBit(0);
                account < table.accounts();
                account = removed.nextClearBit(account + 1)) {
            consumer.accept(table.account(account));
        }
    }

    static List<KnownAccount> accountsOf(List<Shelf> shelves) {
        var accounts = new ArrayList<KnownAccount>();
        shelves.forEach(shelf -> shelf.forEach(accounts::add));
        return accounts;
    }

    /** How many names that count are filed under a key; more than {@code most} are not counted. */
    int count(KeyPostings postings, long key, int most) {
        int slot = postings.slotOf(key);
        int count = 0;
        for (int at = postings.start(slot); at < postings.end(slot) && count < most; at++) {
            count += counts(postings.number(at)) ? 1 : 0;
        }
        return count;
    }
}

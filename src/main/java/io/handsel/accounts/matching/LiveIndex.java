package io.handsel.accounts.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * All accounts by name, ready to be asked by many threads while it follows changes. Most accounts stand on one big shelf
 * that never changes; what was added or changed since stands on a few small ones, where words are as rare as on the big
 * one. When the small ones have grown, all are put on a new big shelf, beside those who ask.
 */
public final class LiveIndex {

    private static final int ALWAYS_SMALL = 50;

    private final Workbenches workbenches = new Workbenches();
    private final MatchingModel model;
    private final Executor besides;
    private volatile List<Shelf> shelves;

    /** The ids that changed since the new big shelf was begun, as long as it is not ready. */
    private @Nullable Set<String> changedSince;

    private int shelvesBegun;

    private LiveIndex(NameTable accounts, MatchingModel model, Executor besides) {
        this.shelves = List.of(new Shelf(accounts));
        this.model = model;
        this.besides = besides;
    }

    /**
     * Reads all accounts.
     *
     * @param readSoFar is told how many have been read, after each
     */
    public static LiveIndex of(Iterator<KnownAccount> accounts, LongConsumer readSoFar) {
        return of(accounts, readSoFar, LiveIndex::inThreadOfItsOwn);
    }

    static LiveIndex of(Iterator<KnownAccount> accounts, LongConsumer readSoFar, Executor besides) {
        return new LiveIndex(NameTable.of(accounts, null, readSoFar), MatchingModel.SHIPPED, besides);
    }

    private static void inThreadOfItsOwn(Runnable work) {
        var thread = new Thread(work, "account-index");
        thread.setDaemon(true);
        thread.start();
    }

    /** Adds an account, or replaces the one with its id. */
    public synchronized void put(KnownAccount account) {
        var left = without(account.id());
        left.add(addition(List.of(account)));
        shelves = List.copyOf(tidied(left));
        renewIfGrown();
    }

    public synchronized void remove(String id) {
        shelves = List.copyOf(without(id));
    }

    public long accounts() {
        return shelves.stream().mapToLong(Shelf::accounts).sum();
    }

    /** Is the company known, and if not, does it belong to one that is? */
    public Recognition recognise(NameQuestion question) {
        return workbenches.lend(bench -> new Asking(shelves, bench, model).recognise(question));
    }

    /** The same for a line of an address with a department, an organisation and a place in it. */
    public Recognition recogniseLine(String line) {
        return workbenches.lend(bench -> new Asking(shelves, bench, model).recogniseLine(line));
    }

    private List<Shelf> without(String id) {
        if (changedSince != null) {
            changedSince.add(id);
        }
        var left = new ArrayList<Shelf>();
        for (var shelf : shelves) {
            left.add(shelf.without(id));
        }
        return left;
    }

    private Shelf addition(List<KnownAccount> accounts) {
        return addition(accounts, shelves.get(0).table());
    }

    private static Shelf addition(List<KnownAccount> accounts, NameTable to) {
        return new Shelf(NameTable.of(accounts.iterator(), to.vocabulary, read -> {}));
    }

    /** Puts small shelves of like size together, so that there are few of them and each account is moved seldom. */
    private List<Shelf> tidied(List<Shelf> all) {
        int fixed = Math.max(1, shelvesBegun);
        while (all.size() - 2 >= fixed) {
            int last = all.size() - 1;
            if (all.get(last - 1).accounts() > 3 * all.get(last).accounts()) {
                break;
            }
            var both = addition(Shelf.accountsOf(all.subList(last - 1, last + 1)));
            all.remove(last);
            all.set(last - 1, both);
        }
        return all;
    }

    private void renewIfGrown() {
        int big = shelves.get(0).accounts();
        int small = (int) accounts() - big;
        int most = Math.max(ALWAYS_SMALL, Math.min(big / 20, Math.max(10_000, big / 50)));
        if (changedSince == null && small > most) {
            changedSince = new HashSet<>();
            shelvesBegun = shelves.size();
            var begun = shelves;
            besides.execute(() -> renew(begun));
        }
    }

    private void renew(List<Shelf> begun) {
        NameTable table = null;
        try {
            table = NameTable.of(Shelf.accountsOf(begun).iterator(), null, read -> {});
        } finally {
            finish(table);
        }
    }

    private synchronized void finish(@Nullable NameTable table) {
        var changed = changedSince;
        var since = shelves.subList(shelvesBegun, shelves.size());
        changedSince = null;
        shelvesBegun = 0;
        if (table == null || changed == null) {
            return;
        }
        var renewed = new ArrayList<Shelf>();
        renewed.add(new Shelf(table).without(changed));
        if (!since.isEmpty()) {
            renewed.add(addition(Shelf.accountsOf(since), table));
        }
        shelves = List.copyOf(renewed);
    }
}

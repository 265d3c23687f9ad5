package io.handsel.accounts;

import io.handsel.accounts.BoundedRecords.Raw;
import io.handsel.accounts.ImportBatch.Pass;
import io.handsel.accounts.ImportBatch.Row;
import io.handsel.accounts.ImportCells.Cells;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works imports off, one at a time on a node. Rows are taken in batches, each one transaction with the checkpoint behind
 * it; a node that stops in between leaves a lease that runs out, and the next one goes on after the last checkpoint.
 */
@Component
class AccountImportWorker {

    private static final Logger LOG = LoggerFactory.getLogger(AccountImportWorker.class);
    private static final int BATCH = 500;
    private static final int ATTEMPTS = 5;
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final String owner = UUID.randomUUID().toString();
    private final ImportStore store;
    private final ImportBatch batch;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile boolean stopping;

    AccountImportWorker(ImportStore store, ImportBatch batch, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.batch = batch;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** After the batch at hand; another node, or this one later, goes on behind it. */
    void stop() {
        stopping = true;
    }

    /** Works on whatever waits, until nothing does. */
    void work() {
        stopping = false;
        for (var next = waiting(); next.isPresent(); next = waiting()) {
            var id = next.get();
            if (lease(id) && !workOff(id)) {
                return;
            }
        }
    }

    private Optional<AccountImportId> waiting() {
        return transaction.execute(status -> store.waiting(clock.instant()));
    }

    private boolean lease(AccountImportId id) {
        var now = clock.instant();
        return Boolean.TRUE.equals(transaction.execute(status -> store.lease(id, owner, now, now.plus(LEASE))));
    }

    private boolean workOff(AccountImportId id) {
        try {
            var run = transaction.execute(status -> store.find(id).orElseThrow());
            if (!takeRemaining(id, run)) {
                return false;
            }
            int waiting = Integer.MAX_VALUE;
            for (var rows = waitingRows(id); !rows.isEmpty() && rows.size() < waiting; rows = waitingRows(id)) {
                waiting = rows.size();
                if (!takeAgain(id, run, rows)) {
                    return false;
                }
            }
            transaction.executeWithoutResult(status -> store.finish(id, owner, clock.instant()));
            LOG.info("ACCOUNT-010 import {} is finished", id);
            return true;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Set<Long> waitingRows(AccountImportId id) {
        return transaction.execute(status -> store.waitingRows(id));
    }

    /** @return false if another node has taken over */
    private boolean takeRemaining(AccountImportId id, ImportView run) throws IOException {
        try (var reading = new Reading(id, run)) {
            for (long skipped = 0; skipped < run.done(); skipped++) {
                reading.records.next();
            }
            for (var rows = reading.next(null); !rows.isEmpty(); rows = reading.next(null)) {
                if (stopping || !take(id, reading, rows, false)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Rows whose parent had not come yet. */
    private boolean takeAgain(AccountImportId id, ImportView run, Set<Long> waiting) throws IOException {
        try (var reading = new Reading(id, run)) {
            for (var rows = reading.next(waiting); !rows.isEmpty(); rows = reading.next(waiting)) {
                if (stopping || !take(id, reading, rows, true)) {
                    return false;
                }
            }
            return true;
        }
    }

    private boolean take(AccountImportId id, Reading reading, List<Row> rows, boolean again) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Boolean.TRUE.equals(transaction.execute(status -> {
                    if (again) {
                        store.forget(id, rows.stream().map(Row::number).toList());
                    }
                    var now = clock.instant();
                    var tally = batch.take(
                            id, again ? Pass.AGAIN : Pass.FIRST, rows, reading.columnCount, reading.columns, now);
                    var counted =
                            again ? new ImportBatch.Tally(0, tally.created(), tally.known(), tally.refused()) : tally;
                    if (!store.advance(id, owner, now.plus(LEASE), counted)) {
                        status.setRollbackOnly();
                        return false;
                    }
                    return true;
                }));
            } catch (DuplicateKeyException | ConcurrencyFailureException met) {
                // A partner has just named the same customer: look again, it is known now.
                if (attempt == ATTEMPTS) {
                    throw met;
                }
            }
        }
    }

    private final class Reading implements AutoCloseable {

        private final BoundedRecords records;
        private final ImportCells cells;
        private final Map<ImportField, Integer> columns;
        private final int columnCount;

        Reading(AccountImportId id, ImportView run) throws IOException {
            columns = transaction.execute(status -> store.columns(id));
            records = new BoundedRecords(store.open(id));
            cells = new ImportCells(Charset.forName(run.charset()), run.delimiter());
            var headings = records.next();
            columnCount = headings != null && cells.read(headings) instanceof Cells read
                    ? read.texts().size()
                    : 0;
        }

        List<Row> next(@Nullable Set<Long> wanted) throws IOException {
            var rows = new ArrayList<Row>(BATCH);
            while (rows.size() < BATCH) {
                Raw raw = records.next();
                if (raw == null) {
                    break;
                }
                if (wanted == null || wanted.contains(raw.number())) {
                    rows.add(new Row(raw.number(), cells.read(raw)));
                }
            }
            return rows;
        }

        @Override
        public void close() throws IOException {
            records.close();
        }
    }
}

package io.handsel.imports;

import io.handsel.imports.ImportCells.Cells;
import io.handsel.imports.ImportWork.Pass;
import io.handsel.imports.ImportWork.Taking;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works the files of one kind of list off, one at a time on a node. Rows are taken in batches, each one transaction with
 * the checkpoint behind it; a node that stops in between leaves a lease that runs out, and the next one goes on after
 * the last checkpoint.
 */
public final class ImportWorker {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private static final int ATTEMPTS = 5;
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final String owner = UUID.randomUUID().toString();
    private final ImportFiles files;
    private final ImportRuns runs;
    private final ImportWork work;
    private final int batch;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile boolean stopping;

    /** @param batch how many rows are taken at once */
    public ImportWorker(
            ImportFiles files,
            ImportRuns runs,
            ImportWork work,
            int batch,
            TransactionTemplate transaction,
            Clock clock) {
        this.files = files;
        this.runs = runs;
        this.work = work;
        this.batch = batch;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** After the batch at hand; another node, or this one later, goes on behind it. */
    public void stop() {
        stopping = true;
    }

    /** Works on whatever waits, until nothing does. */
    public void work() {
        stopping = false;
        for (var next = waiting(); next.isPresent(); next = waiting()) {
            var id = next.get();
            if (lease(id) && !workOff(id)) {
                return;
            }
        }
    }

    private Optional<UUID> waiting() {
        return inTransaction(() -> runs.waiting(clock.instant()));
    }

    private boolean lease(UUID id) {
        var now = clock.instant();
        return inTransaction(() -> runs.lease(id, owner, now, now.plus(LEASE)));
    }

    /** @return false if another node has taken over, or this one is stopping */
    private boolean workOff(UUID id) {
        try {
            if (!takeRemaining(id)) {
                return false;
            }
            int before = Integer.MAX_VALUE;
            for (var rows = waitingRows(id); !rows.isEmpty() && rows.size() < before; rows = waitingRows(id)) {
                before = rows.size();
                if (!takeAgain(id, rows)) {
                    return false;
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return finish(id);
    }

    private boolean finish(UUID id) {
        var finished = Boolean.TRUE.equals(transaction.execute(status -> {
            if (!runs.finish(id, owner, clock.instant(), work.end(id))) {
                status.setRollbackOnly();
                return false;
            }
            files.forgetContent(id);
            return true;
        }));
        if (finished) {
            LOG.info("IMPORT-010 import {} is finished", id);
        }
        return finished;
    }

    private Set<Long> waitingRows(UUID id) {
        return inTransaction(() -> work.waiting(id));
    }

    private boolean takeRemaining(UUID id) throws IOException {
        try (var reading = new Reading(id)) {
            reading.skip();
            for (var rows = reading.next(null); !rows.isEmpty(); rows = reading.next(null)) {
                if (stopping || !take(id, reading.taking, Pass.FIRST, rows)) {
                    return false;
                }
            }
            return true;
        }
    }

    private boolean takeAgain(UUID id, Set<Long> waiting) throws IOException {
        try (var reading = new Reading(id)) {
            for (var rows = reading.next(waiting); !rows.isEmpty(); rows = reading.next(waiting)) {
                if (stopping || !take(id, reading.taking, Pass.AGAIN, rows)) {
                    return false;
                }
            }
            return true;
        }
    }

    private boolean take(UUID id, Taking taking, Pass pass, List<ImportRow> rows) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Boolean.TRUE.equals(transaction.execute(status -> {
                    var results = taking.take(pass, rows);
                    var done = pass == Pass.FIRST ? rows.size() : 0;
                    var advanced = runs.advance(id, owner, clock.instant().plus(LEASE), done, results);
                    if (!advanced) {
                        status.setRollbackOnly();
                    }
                    return advanced;
                }));
            } catch (DuplicateKeyException | ConcurrencyFailureException met) {
                // Somebody has just brought the same in another way: look again, it is known now.
                if (attempt == ATTEMPTS) {
                    throw met;
                }
            }
        }
    }

    private <T> T inTransaction(Supplier<T> act) {
        return Objects.requireNonNull(transaction.execute(status -> act.get()));
    }

    private final class Reading implements AutoCloseable {

        private final BoundedRecords records;
        private final ImportRuns.Place place;
        private final Taking taking;

        Reading(UUID id) throws IOException {
            place = inTransaction(() -> runs.place(id));
            records = new BoundedRecords(files.open(id));
            var first = records.next();
            var headings = first != null && place.writing().read(first) instanceof Cells cells
                    ? cells.texts()
                    : List.<String>of();
            taking = inTransaction(() -> work.begin(id, headings));
        }

        void skip() throws IOException {
            for (long skipped = 0; skipped < place.done(); skipped++) {
                records.next();
            }
        }

        /** @param wanted null for all */
        List<ImportRow> next(@Nullable Set<Long> wanted) throws IOException {
            var rows = new ArrayList<ImportRow>(batch);
            while (rows.size() < batch) {
                var raw = records.next();
                if (raw == null) {
                    break;
                }
                if (wanted == null || wanted.contains(raw.number())) {
                    rows.add(new ImportRow(raw.number(), place.writing().read(raw)));
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

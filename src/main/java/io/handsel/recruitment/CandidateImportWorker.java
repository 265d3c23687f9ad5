package io.handsel.recruitment;

import io.handsel.accounts.BoundedRecords;
import io.handsel.accounts.ImportCells;
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
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works files of candidates off. Rows are taken in batches, each one transaction with the checkpoint behind it; a node
 * that stops in between leaves a lease that runs out, and the next one goes on after the last checkpoint.
 */
@Component
class CandidateImportWorker {

    private static final Logger LOG = LoggerFactory.getLogger(CandidateImportWorker.class);
    private static final int BATCH = 500;
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final String owner = UUID.randomUUID().toString();
    private final CandidateImportStore store;
    private final CandidateImportBatch batch;
    private final CampaignStore campaigns;
    private final IdealProfile profile;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile boolean stopping;

    CandidateImportWorker(
            CandidateImportStore store,
            CandidateImportBatch batch,
            CampaignStore campaigns,
            IdealProfile profile,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.batch = batch;
        this.campaigns = campaigns;
        this.profile = profile;
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
            if (lease(next.get()) && !workOff(next.get())) {
                return;
            }
        }
    }

    private Optional<CandidateImportId> waiting() {
        return transaction.execute(status -> store.waiting(clock.instant()));
    }

    private boolean lease(CandidateImportId id) {
        var now = clock.instant();
        return Boolean.TRUE.equals(transaction.execute(status -> store.lease(id, owner, now, now.plus(LEASE))));
    }

    /** @return false if another node has taken over, or this one is stopping */
    private boolean workOff(CandidateImportId id) {
        var run = transaction.execute(status -> store.find(id).orElseThrow());
        var writing = transaction.execute(status -> store.writing(id));
        var cells = new ImportCells(Charset.forName(writing.charset()), writing.delimiter());
        try (var records = new BoundedRecords(store.open(id))) {
            var headings = ((Cells) cells.read(records.next())).texts();
            var columns = CandidateColumn.in(headings);
            for (long skipped = 0; skipped < run.done(); skipped++) {
                records.next();
            }
            // A table that is published meanwhile counts from the next file on.
            var reading = profile.reading();
            for (var rows = next(records, cells, headings.size(), columns);
                    !rows.isEmpty();
                    rows = next(records, cells, headings.size(), columns)) {
                if (stopping || !take(run, rows, reading)) {
                    return false;
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        transaction.executeWithoutResult(status -> store.finish(id, owner, clock.instant()));
        LOG.info("RECRUIT-010 import {} is finished", id);
        return true;
    }

    private static List<CandidateDraft> next(
            BoundedRecords records, ImportCells cells, int columnCount, Map<CandidateColumn, Integer> columns)
            throws IOException {
        var rows = new ArrayList<CandidateDraft>(BATCH);
        while (rows.size() < BATCH) {
            var raw = records.next();
            if (raw == null) {
                break;
            }
            rows.add(CandidateDraft.of(raw.number(), cells.read(raw), columnCount, columns));
        }
        return rows;
    }

    private boolean take(CandidateImportView run, List<CandidateDraft> rows, IdealProfile.Reading reading) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var now = clock.instant();
            var campaign = campaigns.findById(run.campaign()).orElseThrow();
            var tally = batch.take(run.id(), campaign, rows, reading, now);
            if (!store.advance(run.id(), owner, now.plus(LEASE), tally)) {
                status.setRollbackOnly();
                return false;
            }
            return true;
        }));
    }
}

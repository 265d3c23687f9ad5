package io.handsel.recruitment;

import io.handsel.imports.ImportWork;
import io.handsel.imports.ImportWorker;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Works files of candidates off. */
@Component
class CandidateImportWorker implements ImportWork {

    private static final int BATCH = 1000;

    private final CandidateImportStore store;
    private final CandidateImportBatch batch;
    private final CampaignStore campaigns;
    private final IdealProfile profile;
    private final Clock clock;
    private final ImportWorker worker;

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
        this.clock = clock;
        this.worker = new ImportWorker(store.files(), store.runs(), this, BATCH, transaction, clock);
    }

    void work() {
        worker.work();
    }

    void stop() {
        worker.stop();
    }

    @Override
    public Taking begin(UUID file, List<String> headings) {
        var id = new CandidateImportId(file);
        var into = store.find(id).orElseThrow().campaign();
        var columns = CandidateColumn.in(headings);
        // A table that is published meanwhile counts from the next file on.
        var reading = profile.reading();
        return (pass, rows) -> {
            var campaign = campaigns.findById(into).orElseThrow();
            var drafts = rows.stream()
                    .map(row -> CandidateDraft.of(row, headings.size(), columns, campaign))
                    .toList();
            return batch.take(id, campaign, drafts, reading, clock.instant());
        };
    }
}

package io.handsel.accounts;

import io.handsel.imports.ImportWork;
import io.handsel.imports.ImportWorker;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Works files of accounts off. Rows whose parent had not come yet are looked at again once all have been read. */
@Component
class AccountImportWorker implements ImportWork {

    private static final int BATCH = 500;

    private final ImportStore store;
    private final ImportBatch batch;
    private final Clock clock;
    private final ImportWorker worker;

    AccountImportWorker(ImportStore store, ImportBatch batch, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.batch = batch;
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
        var id = new AccountImportId(file);
        var columns = store.columns(id);
        return (pass, rows) -> {
            if (pass == Pass.AGAIN) {
                store.forget(id, rows.stream().map(row -> row.number()).toList());
            }
            return batch.take(id, pass, rows, headings.size(), columns, clock.instant());
        };
    }

    @Override
    public Set<Long> waiting(UUID file) {
        return store.waitingRows(new AccountImportId(file));
    }

    @Override
    public Map<String, Long> end(UUID file) {
        return Map.of("REFUSED", store.refuseOrphans(new AccountImportId(file)));
    }
}

package io.handsel.imports;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What a module makes of the rows of its files. Everything here happens in a transaction of {@link ImportWorker}. */
public interface ImportWork {

    /** Whether all rows of the file have been looked at once. */
    enum Pass {
        FIRST,
        AGAIN
    }

    /** Asked whenever a file is begun or gone on with, for what holds for all of its rows. */
    Taking begin(UUID file, List<String> headings);

    /** Rows to be looked at again after the last one, because they wait for others. */
    default Set<Long> waiting(UUID file) {
        return Set.of();
    }

    /**
     * Every row has been taken that can be.
     *
     * @return how many more rows had which result
     */
    default Map<String, Long> end(UUID file) {
        return Map.of();
    }

    /** Takes rows, in one transaction with the checkpoint behind them. */
    interface Taking {

        /** @return how many rows had which result */
        Map<String, Long> take(Pass pass, List<ImportRow> rows);
    }
}

package io.handsel.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far an import is. */
public record ImportView(
        AccountImportId id,
        String fileName,
        String uploader,
        Instant uploadedAt,
        ImportView.Status status,
        String charset,
        char delimiter,
        long total,
        long done,
        long created,
        long known,
        long refused,
        @Nullable Instant finishedAt) {

    /** Where an import stands. */
    public enum Status {
        UPLOADED,
        RUNNING,
        FINISHED
    }
}

package io.handsel.recruitment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an import is.
 *
 * @param closed taken in, but their address wants no mails
 */
public record CandidateImportView(
        CandidateImportId id,
        CampaignId campaign,
        String fileName,
        String uploader,
        Instant uploadedAt,
        boolean running,
        long total,
        long done,
        long created,
        long known,
        long closed,
        long refused,
        @Nullable Instant finishedAt) {}

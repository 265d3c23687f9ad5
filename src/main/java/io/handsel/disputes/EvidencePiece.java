package io.handsel.disputes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence in full, as its own side and the vendor see it.
 *
 * @param words what was written with it; for what the machine knows, a number
 * @param by who put it; null for what the machine knows
 */
public record EvidencePiece(
        EvidenceKind kind,
        @Nullable LocalDate happenedOn,
        @Nullable String attendee,
        String words,
        @Nullable UUID file,
        @Nullable String fileName,
        int weight,
        Instant putAt,
        @Nullable String by) {

    /** What the other side may know of it. */
    public EvidenceOutline outline() {
        return new EvidenceOutline(kind, putAt, weight);
    }
}

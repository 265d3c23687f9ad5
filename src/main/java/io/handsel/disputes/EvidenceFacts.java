package io.handsel.disputes;

import io.handsel.engine.Facts;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the table {@code evidence-weight} reads of a piece of evidence.
 *
 * @param ageInDays from what happened to the day the dispute was opened; null without a date
 * @param named whether somebody of the customer is named
 * @param attached whether there is a file
 * @param first whether this side was the first one
 * @param count how often; zero for what cannot be counted
 */
record EvidenceFacts(
        EvidenceKind kind, @Nullable Long ageInDays, boolean named, boolean attached, boolean first, long count) {

    static EvidenceFacts of(PutEvidence piece, boolean attached, LocalDate opened) {
        var day = piece.happenedOn();
        return new EvidenceFacts(
                piece.kind(),
                day == null ? null : Math.max(0, ChronoUnit.DAYS.between(day, opened)),
                piece.attendee() != null,
                attached,
                false,
                0);
    }

    static EvidenceFacts known(EvidenceKind kind, boolean first, long count) {
        return new EvidenceFacts(kind, null, false, false, first, count);
    }

    Facts asFacts(String program) {
        return Facts.of("program", program)
                .and("kind", kind)
                .and("dated", ageInDays != null)
                .and("ageInDays", ageInDays == null ? 0 : ageInDays)
                .and("named", named)
                .and("attached", attached)
                .and("first", first)
                .and("count", count);
    }
}

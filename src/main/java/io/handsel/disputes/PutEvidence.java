package io.handsel.disputes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence somebody wants to put.
 *
 * @param happenedOn the day of the meeting, the order, the mail
 * @param attendee who of the customer was there or has written
 */
public record PutEvidence(
        EvidenceKind kind,
        @Nullable LocalDate happenedOn,
        @Nullable String attendee,
        String words) {}

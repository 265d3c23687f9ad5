package io.handsel.disputes;

import io.handsel.security.PersonId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One piece of evidence of one side, with the weight the table gave it on the day it was put. Never changed. */
@Entity
@Table(name = "dispute_evidence")
class DisputeEvidence {

    @Id
    private UUID id;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "dispute_id"))
    private DisputeId dispute;

    @Enumerated(EnumType.STRING)
    private DisputeSide side;

    @Enumerated(EnumType.STRING)
    private EvidenceKind kind;

    private @Nullable LocalDate happenedOn;
    private @Nullable String attendee;
    private String words;
    private @Nullable UUID fileId;
    private int weight;
    private Instant putAt;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "put_by"))
    private @Nullable PersonId putBy;

    @SuppressWarnings("NullAway.Init")
    protected DisputeEvidence() {}

    private DisputeEvidence(DisputeId dispute, DisputeSide side, EvidenceKind kind, int weight, Instant at) {
        this.id = UUID.randomUUID();
        this.dispute = dispute;
        this.side = side;
        this.kind = kind;
        this.weight = weight;
        this.putAt = at;
        this.words = "";
    }

    static DisputeEvidence put(
            DisputeId dispute,
            DisputeSide side,
            PersonId by,
            PutEvidence piece,
            @Nullable UUID file,
            int weight,
            Instant at) {
        var evidence = new DisputeEvidence(dispute, side, piece.kind(), weight, at);
        evidence.happenedOn = piece.happenedOn();
        evidence.attendee = piece.attendee();
        evidence.words = piece.words();
        evidence.fileId = file;
        evidence.putBy = by;
        return evidence;
    }

    /** What the machine knows by itself. */
    static DisputeEvidence known(
            DisputeId dispute,
            DisputeSide side,
            EvidenceKind kind,
            @Nullable LocalDate on,
            String words,
            int weight,
            Instant at) {
        var evidence = new DisputeEvidence(dispute, side, kind, weight, at);
        evidence.happenedOn = on;
        evidence.words = words;
        return evidence;
    }

    DisputeSide side() {
        return side;
    }

    EvidenceKind kind() {
        return kind;
    }

    int weight() {
        return weight;
    }

    Instant putAt() {
        return putAt;
    }

    Optional<PersonId> putBy() {
        return Optional.ofNullable(putBy);
    }

    EvidencePiece piece(@Nullable String by, @Nullable String fileName) {
        return new EvidencePiece(kind, happenedOn, attendee, words, fileId, fileName, weight, putAt, by);
    }

    Optional<UUID> file() {
        return Optional.ofNullable(fileId);
    }
}

package io.handsel.recruitment;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a candidate; also the business key of the outreach to it. */
@Embeddable
public record CandidateId(UUID id) implements Serializable {

    public static CandidateId create() {
        return new CandidateId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException if the text is no id */
    public static CandidateId parse(String text) {
        return new CandidateId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

package io.handsel.dns;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies the proof of a domain; also the business key of its process. */
@Embeddable
public record DomainProofId(UUID id) implements Serializable {

    public static DomainProofId create() {
        return new DomainProofId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException if the text is no id */
    public static DomainProofId parse(String text) {
        return new DomainProofId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

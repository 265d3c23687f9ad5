package io.handsel.disputes;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a dispute; also the business key of its process and the key of its files. */
@Embeddable
public record DisputeId(UUID id) implements Serializable {

    public static DisputeId create() {
        return new DisputeId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException if the text is no id */
    public static DisputeId parse(String text) {
        return new DisputeId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

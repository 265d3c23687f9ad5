package io.handsel.deals;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a deal; also the business key of its processes and the subject of its claim on the account. */
@Embeddable
public record DealId(UUID id) implements Serializable {

    public static DealId create() {
        return new DealId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException if the text is no id */
    public static DealId parse(String text) {
        return new DealId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

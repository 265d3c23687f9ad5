package io.handsel.distribution;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies the link of a distributor with a reseller; also the business key of its invitation. */
@Embeddable
public record LinkId(UUID id) implements Serializable {

    public static LinkId create() {
        return new LinkId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException if the text is no id */
    public static LinkId parse(String text) {
        return new LinkId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

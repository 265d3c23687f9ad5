package io.handsel.security;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a location of the company a person works for. */
@Embeddable
public record LocationId(UUID id) implements Serializable {

    public static LocationId create() {
        return new LocationId(UUID.randomUUID());
    }

    public static LocationId parse(String text) {
        return new LocationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

package io.handsel.territory;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a territory. */
@Embeddable
public record TerritoryId(UUID id) implements Serializable {

    public static TerritoryId create() {
        return new TerritoryId(UUID.randomUUID());
    }

    public static TerritoryId parse(String text) {
        return new TerritoryId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

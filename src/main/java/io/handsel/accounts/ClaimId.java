package io.handsel.accounts;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies one partner's right to an account for a time. */
@Embeddable
public record ClaimId(UUID id) implements Serializable {

    public static ClaimId create() {
        return new ClaimId(UUID.randomUUID());
    }

    public static ClaimId parse(String text) {
        return new ClaimId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

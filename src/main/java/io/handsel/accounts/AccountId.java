package io.handsel.accounts;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a node of an account tree. */
@Embeddable
public record AccountId(UUID id) implements Serializable {

    public static AccountId create() {
        return new AccountId(UUID.randomUUID());
    }

    public static AccountId parse(String text) {
        return new AccountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

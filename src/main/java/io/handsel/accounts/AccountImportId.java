package io.handsel.accounts;

import java.io.Serializable;
import java.util.UUID;

/** Identifies an import of accounts. */
public record AccountImportId(UUID id) implements Serializable {

    public static AccountImportId create() {
        return new AccountImportId(UUID.randomUUID());
    }

    public static AccountImportId parse(String text) {
        return new AccountImportId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

package io.handsel.accounts;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which part of a customer is meant, as a partner says it. */
public enum CustomerPart {
    /** Everything that belongs together. */
    GROUP,
    /** The company as such, with all its sites and departments. */
    COMPANY,
    SITE,
    DEPARTMENT;

    /** The part of this name, however it is written; empty for everything else. */
    public static Optional<CustomerPart> find(@Nullable String name) {
        return Arrays.stream(values())
                .filter(part -> part.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Whether it takes a name to say which one. */
    public boolean isNamed() {
        return this == SITE || this == DEPARTMENT;
    }

    AccountKind kind() {
        return switch (this) {
            case GROUP -> AccountKind.GROUP;
            case COMPANY -> AccountKind.LEGAL_ENTITY;
            case SITE -> AccountKind.SITE;
            case DEPARTMENT -> AccountKind.DEPARTMENT;
        };
    }
}

package io.handsel.accounts;

import org.jspecify.annotations.Nullable;

/** One node of an account tree. */
public record AccountView(
        AccountId id,
        @Nullable AccountId parent,
        AccountId root,
        String path,
        AccountKind kind,
        String name,
        @Nullable String country,
        @Nullable String state,
        @Nullable String postcode,
        @Nullable String city) {

    /** Whether this node is the other one or lies below it. */
    boolean isWithin(AccountView other) {
        return path.startsWith(other.path);
    }

    /** Whether one of the two lies within the other. */
    boolean overlaps(AccountView other) {
        return isWithin(other) || other.isWithin(this);
    }
}

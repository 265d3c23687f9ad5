package io.handsel.accounts;

import java.util.UUID;

/** Identifies what one colleague asked another. */
public record ColleagueRequestId(UUID id) {

    public static ColleagueRequestId create() {
        return new ColleagueRequestId(UUID.randomUUID());
    }

    public static ColleagueRequestId parse(String text) {
        return new ColleagueRequestId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

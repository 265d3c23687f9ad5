package io.handsel.deals;

import java.time.Instant;

/** The date that matters next on a deal. */
public record DealClock(Kind kind, Instant due) {

    /** What is never due is sorted here. */
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /** Each is a message, {@code deals.clock.<name>}. */
    public enum Kind {
        /** The vendor answers by then. */
        ANSWER,
        /** The partner provides the information by then, or loses the place. */
        INFORMATION,
        /** The partner tells how it goes by then, or the claim lapses. */
        UPDATE,
        /** The account is protected until then. */
        PROTECTION
    }
}

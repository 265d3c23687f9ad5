package io.handsel.deals;

import java.time.Instant;

/** The date that matters next on a deal. */
public record DealClock(Kind kind, Instant due) {

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

package io.handsel.deals;

import io.handsel.shell.NotFound;

/** There is no such deal for whoever asks: it never was, or belongs to others. */
public final class DealNotFound extends NotFound {

    private DealNotFound(String message) {
        super(message);
    }

    public static DealNotFound of(DealId deal) {
        return new DealNotFound("No deal " + deal);
    }
}

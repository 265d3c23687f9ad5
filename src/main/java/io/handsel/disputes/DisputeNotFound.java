package io.handsel.disputes;

import io.handsel.shell.NotFound;

/** There is no such dispute, or not for whoever asks. */
public final class DisputeNotFound extends NotFound {

    private DisputeNotFound(String message) {
        super(message);
    }

    public static DisputeNotFound of(DisputeId id) {
        return new DisputeNotFound("There is no dispute " + id);
    }
}

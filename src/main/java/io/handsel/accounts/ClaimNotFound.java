package io.handsel.accounts;

import io.handsel.shell.NotFound;

/** No such claim, or none of the asking partner. */
public final class ClaimNotFound extends NotFound {

    private ClaimNotFound(String message) {
        super(message);
    }

    static ClaimNotFound withId(ClaimId id) {
        return new ClaimNotFound("There is no claim " + id);
    }
}

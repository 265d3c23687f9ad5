package io.handsel.recruitment;

import io.handsel.shell.NotFound;

/** There is no such candidate. */
public final class CandidateNotFound extends NotFound {

    private CandidateNotFound(String message) {
        super(message);
    }

    public static CandidateNotFound of(CandidateId id) {
        return new CandidateNotFound("There is no candidate " + id);
    }
}

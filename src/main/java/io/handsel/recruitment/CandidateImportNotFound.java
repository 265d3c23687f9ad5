package io.handsel.recruitment;

import io.handsel.shell.NotFound;

/** There is no such import. */
public final class CandidateImportNotFound extends NotFound {

    private CandidateImportNotFound(String message) {
        super(message);
    }

    public static CandidateImportNotFound of(CandidateImportId id) {
        return new CandidateImportNotFound("There is no import " + id);
    }
}

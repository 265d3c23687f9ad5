package io.handsel.recruitment;

import io.handsel.imports.FileProblem;

/** What came of taking in a file. */
public sealed interface CandidateUpload {

    record Accepted(CandidateImportId id) implements CandidateUpload {}

    record Refused(Reason reason) implements CandidateUpload {}

    /** Why a file is not imported at all; each has its sentence under {@code recruitment.imports.refused}. */
    enum Reason {
        EMPTY,
        TOO_LARGE,
        /** Not one byte a letter, as spreadsheets save "Unicode text". */
        NOT_PLAIN_TEXT,
        HEADINGS_UNREADABLE,
        /** No heading says which column holds the company, or which one the country. */
        COLUMNS_MISSING,
        CAMPAIGN_ENDED;

        static Reason of(FileProblem problem) {
            return switch (problem) {
                case EMPTY -> EMPTY;
                case TOO_LARGE -> TOO_LARGE;
                case NOT_PLAIN_TEXT -> NOT_PLAIN_TEXT;
            };
        }
    }
}

package io.handsel.accounts;

import io.handsel.imports.FileProblem;

/** Why a file is not imported at all; each has its sentence under {@code accounts.imports.refused}. */
public enum ImportRefusal {
    EMPTY,
    TOO_LARGE,
    /** Not one byte a letter, as spreadsheets save "Unicode text". */
    NOT_PLAIN_TEXT,
    HEADINGS_TOO_LONG,
    HEADINGS_UNREADABLE,
    NAME_NOT_MAPPED,
    NO_SUCH_COLUMN,
    ALREADY_STARTED;

    static ImportRefusal of(FileProblem problem) {
        return switch (problem) {
            case EMPTY -> EMPTY;
            case TOO_LARGE -> TOO_LARGE;
            case NOT_PLAIN_TEXT -> NOT_PLAIN_TEXT;
        };
    }
}

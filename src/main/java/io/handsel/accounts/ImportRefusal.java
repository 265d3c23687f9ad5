package io.handsel.accounts;

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
    ALREADY_STARTED
}

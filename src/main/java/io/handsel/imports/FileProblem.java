package io.handsel.imports;

/** Why a file is no list of anything. */
public enum FileProblem {
    EMPTY,
    TOO_LARGE,
    /** Not one byte a letter, as spreadsheets save "Unicode text". */
    NOT_PLAIN_TEXT
}

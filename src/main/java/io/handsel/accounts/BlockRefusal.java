package io.handsel.accounts;

/** Why somebody's asking was not paused or taken up again; each has its sentence under {@code accounts.block.refused}. */
public enum BlockRefusal {
    REASON_MISSING,
    REASON_TOO_LONG,
    /** It is so already: somebody else was faster. */
    NOT_NOW
}

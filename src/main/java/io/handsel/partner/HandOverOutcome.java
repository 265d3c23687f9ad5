package io.handsel.partner;

/** What became of the wish to give a partner another manager; refusals are keys under {@code partner.refused}. */
public enum HandOverOutcome {
    HANDED_OVER,
    /** Somebody else has handed the partner over since the page was opened. */
    HANDED_OVER_MEANWHILE,
    NOT_YOURS,
    NOT_A_MANAGER
}

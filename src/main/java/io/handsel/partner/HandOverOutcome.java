package io.handsel.partner;

/** What became of the wish to give a partner another manager; refusals are keys under {@code partner.refused}. */
public enum HandOverOutcome {
    HANDED_OVER,
    NOT_YOURS,
    NOT_A_MANAGER
}

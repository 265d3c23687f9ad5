package io.handsel.partner;

/** What became of the wish to give a partner another manager; also keys under {@code partner.handOver}. */
public enum HandOverOutcome {
    HANDED_OVER,
    NOT_A_MANAGER
}

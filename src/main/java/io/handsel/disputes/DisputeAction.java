package io.handsel.disputes;

/** What a partner may do with a dispute now. Each is a button, {@code disputes.action.<name>}. */
public enum DisputeAction {
    PUT_EVIDENCE,
    DONE,
    APPEAL,
    WAIVE,
    WITHDRAW
}

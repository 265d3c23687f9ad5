package io.handsel.deals;

/** What the partner may do with a deal now. Each is a message, {@code deals.action.<name>}. */
public enum DealAction {
    WITHDRAW,
    PROVIDE_INFORMATION,
    UPDATE,
    REQUEST_EXTENSION,
    AMEND,
    CLOSE_WON,
    CLOSE_LOST,
    RESUBMIT
}

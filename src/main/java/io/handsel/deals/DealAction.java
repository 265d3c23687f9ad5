package io.handsel.deals;

/**
 * What the partner may do with a deal now, in the order a page offers it. Each is a message,
 * {@code deals.action.<name>}.
 */
public enum DealAction {
    PROVIDE_INFORMATION,
    UPDATE,
    CLOSE_WON,
    CLOSE_LOST,
    REQUEST_EXTENSION,
    AMEND,
    RESUBMIT,
    FILE_CHOICE,
    WITHDRAW
}

package io.handsel.deals;

/** How far the partner's sale has come. Each is a message, {@code deals.stage.<name>}. */
public enum DealStage {
    QUALIFY,
    DEMONSTRATE,
    PROPOSE,
    NEGOTIATE,
    ORDER
}

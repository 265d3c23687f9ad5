package io.handsel.deals;

/** Why a deal was lost. Each is a message, {@code deals.lost.<name>}. */
public enum LossReason {
    PRICE,
    COMPETITOR,
    NO_BUDGET,
    NO_DECISION,
    PRODUCT_DOES_NOT_FIT,
    TIMING,
    OTHER,
    /** It was won, and then it was not. */
    WIN_REVERSED
}

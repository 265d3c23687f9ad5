package io.handsel.deals;

/** Why a customer goes from one partner to another. */
public enum TransferCause {
    /** The customer said so in writing (Programme guide §6.4). */
    CUSTOMER_CHOICE,
    /** A dispute ended so (Programme guide §6.5). */
    DISPUTE
}

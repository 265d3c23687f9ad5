package io.handsel.deals;

/** Why a customer goes from one partner to another. */
public enum TransferCause {
    /** The customer said so in writing (Programme guide §6.4). */
    CUSTOMER_CHOICE,
    /** A dispute ended so (Programme guide §6.5). */
    DISPUTE,
    /** The partner that had it was suspended or has ended, and another one goes on (Programme guide §1). */
    PARTNER_LEFT
}

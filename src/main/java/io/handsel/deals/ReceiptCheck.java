package io.handsel.deals;

/** Whether a text is a receipt of ours. */
public sealed interface ReceiptCheck {

    /** We signed exactly this. */
    record Genuine(DealReceipt receipt) implements ReceiptCheck {}

    /** It reads like a receipt, but we did not sign it so. */
    record Forged() implements ReceiptCheck {}

    /** It is no receipt. */
    record Unreadable() implements ReceiptCheck {}
}

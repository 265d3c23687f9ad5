package io.handsel.deals;

/** Whether the account could be held for a submission. */
public sealed interface HoldOutcome {

    record Held() implements HoldOutcome {}

    /** Somebody else has it, or nobody may. */
    record Taken(RejectionReason reason) implements HoldOutcome {}
}

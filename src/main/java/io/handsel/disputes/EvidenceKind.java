package io.handsel.disputes;

/** What a piece of evidence is. Each is a message, {@code disputes.kind.<name>}. */
public enum EvidenceKind {
    /** The customer has written whom it wants. */
    CUSTOMER_CHOICE(false),
    /** An order or a mail of the customer. */
    CUSTOMER_ORDER(false),
    MEETING(false),
    DEMONSTRATION(false),
    /** The customer's person who has the money is known by name. */
    BUDGET_HOLDER(false),
    OTHER(false),
    /** When the side's first complete registration was received. */
    FIRST_RECEIPT(true),
    /** How often the side said how its sale goes. */
    UPDATES(true),
    /** How much the side has done on its deal. */
    ACTIVITY(true);

    private final boolean known;

    EvidenceKind(boolean known) {
        this.known = known;
    }

    /** Whether the machine knows it by itself; nobody else puts such a piece. */
    public boolean isKnown() {
        return known;
    }
}

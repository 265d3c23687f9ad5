package io.handsel.disputes;

/** What a dispute is about. Each is a message, {@code disputes.cause.<name>}. */
public enum DisputeCause {
    /** The challenger's registration was rejected. */
    REJECTED,
    /** The challenger's deal has ended because something due was not done, or nobody answered. */
    LAPSED,
    /** The customer went over from the challenger to another partner. */
    TRANSFERRED,
    /** A change of the account tree has set two claims against each other; nobody opened the dispute. */
    CONTESTED
}

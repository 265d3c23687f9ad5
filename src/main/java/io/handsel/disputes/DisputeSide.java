package io.handsel.disputes;

/** The sides of a dispute. Each is a message, {@code disputes.side.<name>}. */
public enum DisputeSide {
    /** Who wants something changed. */
    CHALLENGER,
    /** Who has the customer, if anybody has. */
    HOLDER;

    public DisputeSide other() {
        return this == CHALLENGER ? HOLDER : CHALLENGER;
    }
}

package io.handsel.disputes;

/** Why something cannot be done with a dispute. Each is a message, {@code disputes.refused.<name>}. */
public enum DisputeRefusal {
    /** The dispute is not in a state in which this can be done. */
    NOT_IN_THIS_STATE,
    /** Nothing has happened to the deal that can be disputed. */
    NOTHING_TO_DISPUTE,
    /** The days in which it could be disputed are over; the detail says when they ended. */
    TOO_LATE_TO_OPEN,
    /** There is or was a dispute about this already. */
    OPENED_ALREADY,
    FIELD_MISSING,
    FIELD_TOO_LONG,
    DATE_IN_FUTURE,
    /** There is as much evidence of this side as anybody will read. */
    ENOUGH_EVIDENCE,
    /** The time for evidence is over. */
    EVIDENCE_CLOSED,
    /** This side has said that it has no more. */
    DONE_ALREADY,
    /** Only whoever opened a dispute takes it back. */
    NOT_YOURS_TO_WITHDRAW,
    /** The program allows no appeal. */
    APPEAL_NOT_OFFERED,
    /** This side got what it asked for. */
    NOTHING_TO_APPEAL,
    APPEAL_TIME_OVER,
    /** One side has appealed: the director looks at the whole dispute. */
    APPEALED_ALREADY,
    /** The decider belongs to a side, has a part in it, or has decided before. */
    NOT_YOURS_TO_DECIDE,
    /** If this director settled it, nobody could hear an appeal. */
    NOBODY_FOR_AN_APPEAL
}

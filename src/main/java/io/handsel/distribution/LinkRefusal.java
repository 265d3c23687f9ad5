package io.handsel.distribution;

/** Why something cannot be done with a link; keys under {@code distribution.refused}. */
public enum LinkRefusal {
    /** Neither a domain nor a mail address. */
    ADDRESS_UNREADABLE,
    SENTENCE_MISSING,
    TOO_LONG,
    /** The same address waits for an answer, or is linked. */
    ALREADY_INVITED,
    /** The same address has said no, not long ago. */
    REJECTED_LATELY,
    TOO_MANY_WAITING,
    TOO_MANY_TODAY,
    /** The partner is not active, or no distributor. */
    NOT_POSSIBLE,
    /** Somebody has answered, or the time is over. */
    ANSWERED_MEANWHILE
}

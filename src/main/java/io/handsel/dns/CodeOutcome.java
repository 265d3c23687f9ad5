package io.handsel.dns;

/** What became of a code by mail; also keys under {@code dns.code}. */
public enum CodeOutcome {
    SENT,
    PROVEN,
    /** The address is not at the domain. */
    NOT_AT_DOMAIN,
    /** As many codes have been mailed as will be. */
    TOO_MANY_CODES,
    WRONG,
    /** Tried too often: it is good for nothing any more. */
    TOO_MANY_TRIES,
    /** None was sent, it has been used, or its time is over. */
    ENDED,
    /** The domain is proven already, or nobody waits for it any more. */
    NOT_PENDING
}

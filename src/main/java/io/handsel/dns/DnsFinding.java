package io.handsel.dns;

/** What an answer means; also keys under {@code dns.finding}. */
public enum DnsFinding {
    FOUND,
    /** Some of what was named is there. */
    PARTLY,
    NOT_FOUND,
    /** Nobody has answered: will be asked again. Never a failure. */
    UNKNOWN
}

package io.handsel.accounts;

/** The answer to "is this customer free?". */
public enum AccountVerdict {
    FREE,
    /** The asking person's own claim covers the customer. */
    YOURS,
    /** A colleague's claim of the same partner covers the customer. */
    COLLEAGUE,
    RESERVED,
    /** The vendor sells to this customer itself. */
    HOUSE,
    /** The vendor has given this customer to another partner. */
    ASSIGNED,
    /** Two likely accounts, or a scope that overlaps another one: a person must look. */
    NEEDS_REVIEW,
    /** The question names nothing one could recognise a customer by. */
    UNCLEAR,
    /** Asked too often; the answer's time says when to ask again. */
    TOO_MANY_QUESTIONS,
    /** Asked often; the next question has to wait for some seconds. */
    SLOW_DOWN,
    /** Somebody of the vendor's people has paused this person's or this partner's asking. */
    ASKING_PAUSED
}

package io.handsel.agreements;

/** Why something cannot be done with an agreement. */
public enum AgreementRefusal {
    /** Whoever signs does not work for the partner; nobody of the vendor signs for one. */
    NOT_OF_PARTNER,
    /** Of the partner, but neither asked nor an administrator. */
    NOT_ASKED,
    /** Of one location of the partner only: an agreement binds all of the company. */
    OF_ONE_LOCATION,
    AUTHORITY_MISSING,
    CAPACITY_MISSING,
    NAME_DIFFERS,
    /** What was shown is not the text any more. */
    DOCUMENT_CHANGED,
    ALREADY_SIGNED,
    /** The agreement is not on offer any more. */
    LINK_STALE,
    /** There is no text yet. */
    NOT_READY,
    NOT_YOURS,
    NOT_POSSIBLE,
    REASON_MISSING,
    TEMPLATE_MISSING
}

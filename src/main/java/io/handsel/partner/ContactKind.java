package io.handsel.partner;

/** How somebody of the vendor and somebody of a partner spoke with each other. */
public enum ContactKind {
    CALL_MADE,
    CALL_RECEIVED,
    MAIL,
    MEETING
}

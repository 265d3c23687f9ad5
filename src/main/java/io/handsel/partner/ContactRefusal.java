package io.handsel.partner;

/** Why a contact is not written down or struck out; also the message key after {@code partner.refused.}. */
public enum ContactRefusal {
    /** Nobody wrote what was said. */
    NO_WORDS,
    /** It is still to come. */
    NOT_YET,
    /** Only who wrote it down, or a director, strikes it out. */
    NOT_WRITTEN_BY_YOU
}

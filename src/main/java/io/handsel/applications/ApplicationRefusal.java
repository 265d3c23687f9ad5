package io.handsel.applications;

/** Why something cannot be done with an application. Each is a message, {@code applications.refused.<name>}. */
public enum ApplicationRefusal {
    FIELD_MISSING,
    FIELD_TOO_LONG,
    UNKNOWN_COUNTRY,
    NOT_AN_ADDRESS,
    NOT_A_DOMAIN,
    /** A mail provider's domain, or one under which everybody registers: it proves nothing about a company. */
    SHARED_DOMAIN,
    /** Its ending is none under which names are registered: the public suffix list does not know it. */
    UNKNOWN_SUFFIX,
    /** Letters of several scripts, or letters that look like others: it can be mistaken for another domain. */
    LOOK_ALIKE_DOMAIN,
    NOT_A_SERVER,
    SAME_SERVER,
    NOT_A_VAT,
    NOT_A_DUNS,
    /** The company was answered with no, and the day from which on it may apply again has not come. */
    TOO_EARLY,
    /** It has gone on, or is over. */
    NOT_IN_THIS_STATE,
    /** Whoever decides has a part in it, is no manager or director, or has decided the first time. */
    NOT_YOURS_TO_DECIDE,
    /** The table does not let an application with such a domain be approved. */
    DOMAIN_BLOCKS,
    /** There may be such a partner already; whoever approves must say that it is another company. */
    POSSIBLE_DUPLICATE,
    /** Nobody is responsible where the company is. */
    NO_TERRITORY,
    /** The mail address is no longer of use as a sign-in name. */
    CONTACT_TAKEN
}

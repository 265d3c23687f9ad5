package io.handsel.deals;

/** In what two registrations are alike. Each is a message, {@code deals.likeness.<name>}. */
public enum Likeness {
    /** The matcher takes them for one account. */
    ACCOUNT,
    NAME,
    DOMAIN,
    ADDRESS,
    CONTACT,
    TELEPHONE
}

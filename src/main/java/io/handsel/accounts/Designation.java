package io.handsel.accounts;

/** What the vendor has laid down for an account and everything below it. */
public enum Designation {
    /** Any partner may claim it. */
    OPEN,
    /** The vendor sells there itself. */
    HOUSE,
    /** One named partner sells there. */
    ASSIGNED
}

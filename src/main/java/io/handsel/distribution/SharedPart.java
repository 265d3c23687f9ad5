package io.handsel.distribution;

/** What a reseller can let a distributor read; a single deal beside that, see {@link BoughtThrough}. */
public enum SharedPart {
    /** Names, roles and mail addresses of its people. */
    CONTACTS,
    /** What its people have learned. */
    CERTIFICATES,
    /** All its registrations. */
    DEALS
}

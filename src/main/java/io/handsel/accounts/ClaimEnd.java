package io.handsel.accounts;

/** Why a claim is over. */
public enum ClaimEnd {
    /** Its time was up. */
    LAPSED,
    /** The partner gave it back. */
    RELEASED,
    /** The reservation has become a registration. */
    REGISTERED,
    WITHDRAWN,
    REJECTED,
    /** The submission lost its place because information was not given in time. */
    PLACE_LOST,
    EXPIRED,
    WON,
    LOST,
    TRANSFERRED
}

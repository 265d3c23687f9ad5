package io.handsel.partner;

/** What becomes of something open when its partner is suspended or ends; also a key under {@code partner.fate}. */
public enum MatterFate {
    /** It stays as it is and ends by its own clock. */
    KEEP,
    /** Another partner goes on with it. */
    TRANSFER,
    /** It ends now: whatever it kept from others is free. */
    RELEASE
}

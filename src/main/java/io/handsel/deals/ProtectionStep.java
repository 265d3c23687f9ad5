package io.handsel.deals;

/** What is due next on a protected deal; a reminder is also the name of what the partner is told. */
public enum ProtectionStep {
    LAPSE,
    PROTECTION_ENDS,
    UPDATE_DUE,
    STILL_OPEN
}

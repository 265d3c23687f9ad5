package io.handsel.incentives;

/** Whether the partner registered the customer first or after another one. */
public enum Registrant {
    FIRST,
    SECOND
}

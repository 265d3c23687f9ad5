package io.handsel.deals;

/** What happens when nobody answers for too long, as the table {@code service-level} says. */
public enum SilenceMeans {
    WAIT,
    APPROVE,
    LAPSE
}

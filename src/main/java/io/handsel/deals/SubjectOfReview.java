package io.handsel.deals;

/** What people are asked to decide about a deal. Each is a message, {@code deals.subject.<name>}. */
public enum SubjectOfReview {
    REGISTRATION,
    EXTENSION,
    AMENDMENT,
    /** The customer has chosen another partner in writing. */
    CUSTOMER_CHOICE
}

package io.handsel.accounts;

/** Where somebody asked whether a customer is free. */
public enum QuestionOccasion {
    /** On the page that answers, or at the field of a form. */
    CHECK,
    /** By the press that reserves the customer. */
    RESERVATION,
    /** By a look at what would become of a registration. */
    PREVIEW,
    /** By a registration. It is a deed and no curiosity: it neither waits nor is it kept from anybody who is blocked. */
    REGISTRATION;

    boolean mayBeHeldUp() {
        return this != REGISTRATION;
    }
}

package io.handsel.security;

/** What came of the wish to change a password. */
public enum PasswordChange {
    CHANGED,
    WRONG_PASSWORD,
    TOO_SHORT,
    TOO_LONG,
    SAME_AS_BEFORE,
    NAMES_THE_PERSON
}

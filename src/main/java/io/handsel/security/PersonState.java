package io.handsel.security;

/** Whether somebody can sign in. */
public enum PersonState {
    ACTIVE,
    /** Has not chosen a password yet. */
    INVITED,
    INACTIVE
}

package io.handsel.accounts;

/** What a node of an account tree is, from the top down. */
public enum AccountKind {
    GROUP,
    LEGAL_ENTITY,
    SITE,
    DEPARTMENT
}

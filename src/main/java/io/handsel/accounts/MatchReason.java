package io.handsel.accounts;

/** By what an account was recognised. */
public enum MatchReason {
    DUNS,
    VAT,
    REGISTRY,
    DOMAIN,
    NAME,
    CITY
}

package io.handsel.accounts;

/** Why an account was not written down or not changed; each has its sentence under {@code accounts.register}. */
public enum AccountRefusal {
    NAME_MISSING,
    NAME_TOO_LONG,
    UNKNOWN_COUNTRY,
    NO_DOMAIN,
    NO_DUNS,
    NO_VAT,
    NO_REGISTRY,
    TEXT_TOO_LONG,
    UNKNOWN_PARENT,
    TREE_TOO_DEEP,
    /** Another account has this D-U-N-S, VAT or register number. */
    IDENTIFIER_TAKEN,
    /** Somebody else has changed the account since it was read. */
    CHANGED_MEANWHILE,
    /** The account has this name already. */
    NAME_KNOWN,
    /** The name an account goes by is changed, neither added nor taken away. */
    LEGAL_NAME_STAYS,
    UNKNOWN_DESIGNATION,
    UNKNOWN_PARTNER,
    UNKNOWN_OWNER,
    REVIEW_BEFORE_START
}

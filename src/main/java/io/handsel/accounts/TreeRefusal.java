package io.handsel.accounts;

/** Why a tree is not changed; each has its sentence under {@code accounts.tree.refused}. */
public enum TreeRefusal {
    /** It is there already. */
    ALREADY_THERE,
    /** An account cannot lie below itself. */
    UNDER_ITSELF,
    TREE_TOO_DEEP,
    UNKNOWN_TARGET,
    SAME_ACCOUNT,
    /** What lies below would lie below itself; the other way round it works. */
    INTO_ITS_OWN_PART,
    NAME_MISSING,
    NAME_TOO_LONG,
    /** The name the account goes by cannot leave it. */
    NAME_STAYS,
    /** What is to leave is not, or no longer, the account's. */
    NOT_THERE,
    /** Something has changed since the preview was shown. */
    CHANGED_MEANWHILE
}

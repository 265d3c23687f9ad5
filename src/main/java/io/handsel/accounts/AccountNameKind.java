package io.handsel.accounts;

/** What kind of name it is. An account goes by its legal name; customers are asked for by any of them. */
public enum AccountNameKind {
    LEGAL,
    TRADING,
    FORMER,
    /** In the script of the country. */
    LOCAL,
    ACRONYM
}

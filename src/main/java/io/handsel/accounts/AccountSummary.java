package io.handsel.accounts;

/** One line of the list of accounts. */
public record AccountSummary(AccountView account, Designation designation, long claims) {}

package io.handsel.accounts;

/** An account has become part of another one; whoever keeps its id keeps the other's from now on. */
public record AccountMerged(AccountId account, AccountId into) {}

package io.handsel.accounts;

/**
 * An account as it was written down, to be changed.
 *
 * @param written what a form about it begins with
 * @param version to be given back with the change
 */
public record AccountRecord(AccountView account, NewAccount written, long version) {}

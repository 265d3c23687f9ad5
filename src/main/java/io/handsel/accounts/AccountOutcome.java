package io.handsel.accounts;

/** What came of writing an account down. */
public sealed interface AccountOutcome {

    record Registered(AccountView account) implements AccountOutcome {}

    /** @param field the field the reason is about */
    record Refused(AccountRefusal reason, String field) implements AccountOutcome {}
}

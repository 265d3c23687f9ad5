package io.handsel.accounts;

import io.handsel.shell.NotFound;

/** No such account, or none the asker may know of. */
public final class AccountNotFound extends NotFound {

    private AccountNotFound(String message) {
        super(message);
    }

    public static AccountNotFound withId(AccountId id) {
        return new AccountNotFound("There is no account " + id);
    }
}

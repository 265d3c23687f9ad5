package io.handsel.accounts;

import io.handsel.shell.NotFound;

/** No such import. */
public final class AccountImportNotFound extends NotFound {

    private AccountImportNotFound(String message) {
        super(message);
    }

    static AccountImportNotFound withId(AccountImportId id) {
        return new AccountImportNotFound("There is no import " + id);
    }
}

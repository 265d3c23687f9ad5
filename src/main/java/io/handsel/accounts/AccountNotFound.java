package io.handsel.accounts;

/** No such account, or none the asker may know of. */
public class AccountNotFound extends RuntimeException {

    private AccountNotFound(String message) {
        super(message);
    }

    public static AccountNotFound withId(AccountId id) {
        return new AccountNotFound("There is no account " + id);
    }
}

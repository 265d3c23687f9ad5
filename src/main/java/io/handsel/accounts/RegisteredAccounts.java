package io.handsel.accounts;

import io.handsel.accounts.Identifier.Kind;
import java.util.Collection;
import java.util.List;

/** What recognising asks of the register of accounts. */
interface RegisteredAccounts {

    /** The accounts that have one of the identifiers, with the kind they were found by. */
    List<Hit> identified(Collection<Identifier> identifiers);

    boolean hasIdentifier(AccountId account, Kind kind);

    /** Those of the accounts that there are, in any order. */
    List<AccountView> all(Collection<AccountId> ids);

    record Hit(Kind kind, AccountView account) {}
}

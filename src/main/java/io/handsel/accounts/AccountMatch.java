package io.handsel.accounts;

import java.util.Set;

/** One account a question may mean, with the reasons a reviewer can read. Not for partners. */
public record AccountMatch(AccountId account, AccountId root, String name, Set<MatchReason> reasons) {

    public AccountMatch {
        reasons = Set.copyOf(reasons);
    }
}

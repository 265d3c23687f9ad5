package io.handsel.accounts;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a manager wants done to an account tree. */
public sealed interface TreeDeed {

    /** The account it is done to. */
    AccountId account();

    /** Puts an account, with everything below it, under another one; null puts it at the top of a tree of its own. */
    record Move(AccountId account, @Nullable AccountId parent) implements TreeDeed {}

    /** Makes an account part of another one: everything it had is the other's, and its address leads there. */
    record Merge(AccountId account, AccountId into) implements TreeDeed {}

    /**
     * Makes a new account of a part of what an account has: the answer to a merge that was wrong, and to a part that
     * was sold.
     *
     * @param name what the new account goes by
     * @param children accounts directly below that go with it, each with everything below it
     */
    record Split(
            AccountId account,
            String name,
            AccountKind kind,
            Place place,
            Set<AccountName> names,
            Set<AccountMark> marks,
            Set<AccountId> children,
            Set<ClaimId> claims)
            implements TreeDeed {

        public Split {
            names = Set.copyOf(names);
            marks = Set.copyOf(marks);
            children = Set.copyOf(children);
            claims = Set.copyOf(claims);
        }
    }

    /** Where a new account stands that has left another one. */
    enum Place {
        /** Under the same parent, or at the top if there is none. */
        BESIDE,
        TOP
    }

    /**
     * What an account is recognised by apart from its names.
     *
     * @param kind key below {@code accounts.identifier}
     */
    record AccountMark(String kind, String text) {}
}

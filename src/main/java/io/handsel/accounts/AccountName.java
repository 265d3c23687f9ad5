package io.handsel.accounts;

/** One of the names of an account. */
public record AccountName(AccountNameKind kind, String name) implements Comparable<AccountName> {

    @Override
    public int compareTo(AccountName other) {
        return kind == other.kind ? name.compareTo(other.name) : kind.compareTo(other.kind);
    }
}

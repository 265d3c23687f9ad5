package io.handsel.accounts;

import io.handsel.accounts.matching.Evidence;
import io.handsel.accounts.matching.LikelyAccount;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One account a question may mean, with the reasons a reviewer can read. Not for partners.
 *
 * @param place the city and country as far as they are known, otherwise empty
 * @param reasons the identifiers that are the same
 * @param evidence what speaks for it and against it, where only the names resemble each other
 * @param percent how likely it is the one meant; a hundred where an identifier says so
 */
public record AccountMatch(
        AccountId account,
        AccountId root,
        String name,
        String place,
        Set<MatchReason> reasons,
        List<Evidence> evidence,
        int percent) {

    private static final int CERTAIN = 100;

    public AccountMatch {
        reasons = Set.copyOf(reasons);
        evidence = List.copyOf(evidence);
    }

    static AccountMatch byIdentifiers(AccountView account, Set<MatchReason> reasons) {
        return new AccountMatch(
                account.id(), account.root(), account.name(), place(account), reasons, List.of(), CERTAIN);
    }

    static AccountMatch byName(AccountView account, LikelyAccount likely) {
        return new AccountMatch(
                account.id(),
                account.root(),
                account.name(),
                place(account),
                Set.of(),
                List.copyOf(likely.evidence()),
                Math.round(likely.probability() * CERTAIN));
    }

    private static String place(AccountView account) {
        return Stream.of(account.city(), account.country())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }
}

package io.handsel.accounts;

import io.handsel.accounts.AccountStore.Hit;
import io.handsel.accounts.Identifier.Kind;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Recognises accounts by identifiers and by equal normalised names. Numbers decide first, then domains, then names;
 * where two of them point at different companies a person must look.
 */
@Component
class ExactAccountMatcher implements AccountMatcher {

    private static final Set<Kind> NUMBERS = EnumSet.of(Kind.DUNS, Kind.VAT, Kind.REGISTRY);

    private final AccountStore accounts;

    ExactAccountMatcher(AccountStore accounts) {
        this.accounts = accounts;
    }

    @Override
    public Matching match(AccountQuestion question) {
        var identifiers = Identifier.of(question);
        var candidates = candidates(identifiers);
        if (candidates.isEmpty()) {
            return Matching.NOBODY;
        }
        var byNumber = with(candidates, NUMBERS);
        var byDomain = with(candidates, Set.of(Kind.DOMAIN));
        var byName = with(candidates, Set.of(Kind.NAME));
        if (!byNumber.isEmpty()) {
            return named(decide(byNumber, byDomain), byName);
        }
        if (!byDomain.isEmpty()) {
            return named(domainOwner(byDomain), byName);
        }
        return sameName(question, identifiers, byName);
    }

    private List<Candidate> candidates(List<Identifier> identifiers) {
        Map<AccountId, Candidate> found = new LinkedHashMap<>();
        for (Hit hit : accounts.identified(identifiers)) {
            found.computeIfAbsent(hit.account().id(), id -> new Candidate(hit.account(), EnumSet.noneOf(Kind.class)))
                    .kinds()
                    .add(hit.kind());
        }
        return found.values().stream().sorted(Candidate.BEST_FIRST).toList();
    }

    /** Numbers have one holder each; different trees behind them, or behind the domain, are a contradiction. */
    private static Matching decide(List<Candidate> byNumber, List<Candidate> byDomain) {
        var best = byNumber.get(0);
        if (trees(byNumber) == 1 && (byDomain.isEmpty() || byDomain.stream().anyMatch(best::sharesTree))) {
            return Matching.certainly(best.match());
        }
        return Matching.perhaps(both(matches(byNumber), matches(byDomain)));
    }

    /** A domain may serve a whole group, or institutes that have nothing to do with each other. */
    private static Matching domainOwner(List<Candidate> byDomain) {
        var named = with(byDomain, Set.of(Kind.NAME));
        var owners = named.isEmpty() ? byDomain : named;
        return trees(owners) == 1 ? Matching.certainly(topmost(owners).match()) : Matching.perhaps(matches(owners));
    }

    /** An identifier that is one company's and a name that is another's do not describe one customer. */
    private static Matching named(Matching identified, List<Candidate> byName) {
        var best = identified.matches().get(0);
        var contradicting = byName.stream()
                .filter(candidate -> !candidate.account().root().equals(best.root()))
                .toList();
        if (contradicting.isEmpty() || best.reasons().contains(MatchReason.NAME)) {
            return identified;
        }
        return Matching.perhaps(both(identified.matches(), matches(contradicting)));
    }

    private Matching sameName(AccountQuestion question, List<Identifier> identifiers, List<Candidate> byName) {
        var likely = inCity(question, byName);
        if (trees(likely) > 1 || contradicts(identifiers, likely)) {
            return Matching.perhaps(matches(likely));
        }
        return Matching.certainly(topmost(likely).match());
    }

    private static List<Candidate> inCity(AccountQuestion question, List<Candidate> candidates) {
        if (question.city() == null || trees(candidates) == 1) {
            return candidates;
        }
        var city = AccountNameKey.plain(question.city());
        var there = candidates.stream()
                .filter(candidate -> candidate.account().city() != null
                        && AccountNameKey.plain(candidate.account().city()).equals(city))
                .toList();
        return there.isEmpty() ? candidates : there;
    }

    /** The same name with a domain or a tax number of its own that is not the one we know. */
    private boolean contradicts(List<Identifier> identifiers, Collection<Candidate> candidates) {
        return identifiers.stream()
                .map(Identifier::kind)
                .filter(kind -> kind == Kind.DOMAIN || kind == Kind.VAT)
                .anyMatch(kind -> candidates.stream()
                        .anyMatch(candidate ->
                                accounts.hasIdentifier(candidate.account().id(), kind)));
    }

    private static List<Candidate> with(Collection<Candidate> candidates, Set<Kind> kinds) {
        return candidates.stream()
                .filter(candidate -> candidate.kinds().stream().anyMatch(kinds::contains))
                .toList();
    }

    private static long trees(Collection<Candidate> candidates) {
        return candidates.stream()
                .map(candidate -> candidate.account().root())
                .distinct()
                .count();
    }

    private static Candidate topmost(Collection<Candidate> candidates) {
        return candidates.stream()
                .min(Comparator.comparing(
                        candidate -> candidate.account().path().length()))
                .orElseThrow();
    }

    private static List<AccountMatch> matches(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::match).toList();
    }

    private static List<AccountMatch> both(List<AccountMatch> first, List<AccountMatch> then) {
        return Stream.concat(first.stream(), then.stream()).distinct().toList();
    }

    private record Candidate(AccountView account, EnumSet<Kind> kinds) {

        static final Comparator<Candidate> BEST_FIRST = Comparator.<Candidate, Kind>comparing(
                        candidate -> candidate.kinds().iterator().next())
                .thenComparing(candidate -> -candidate.kinds().size())
                .thenComparing(candidate -> candidate.account().path().length())
                .thenComparing(candidate -> candidate.account().name());

        boolean sharesTree(Candidate other) {
            return account.root().equals(other.account.root());
        }

        AccountMatch match() {
            var reasons = EnumSet.noneOf(MatchReason.class);
            kinds.forEach(kind -> reasons.add(kind.reason()));
            return new AccountMatch(account.id(), account.root(), account.name(), reasons);
        }
    }
}

package io.handsel.accounts;

import io.handsel.accounts.Identifier.Kind;
import io.handsel.accounts.RegisteredAccounts.Hit;
import io.handsel.accounts.matching.LikelyAccount;
import io.handsel.accounts.matching.LiveIndex;
import io.handsel.accounts.matching.MatchVerdict;
import io.handsel.accounts.matching.NameQuestion;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Recognises accounts by identifiers first: numbers decide, then domains, then equal names; where two of them point at
 * different companies a person must look. Only a question that none of them answers goes to the index of names, so that
 * whatever the index believes, a known identifier is never answered "free".
 */
@Component
class AccountRecogniser implements AccountMatcher {

    private static final Set<Kind> NUMBERS = EnumSet.of(Kind.DUNS, Kind.VAT, Kind.REGISTRY);

    private final RegisteredAccounts accounts;
    private final Names names;

    AccountRecogniser(RegisteredAccounts accounts, Names names) {
        this.accounts = accounts;
        this.names = names;
    }

    /** The index of names, once it has been built. */
    interface Names {

        Optional<LiveIndex> ready();
    }

    @Override
    public Matching match(AccountQuestion question) {
        var identifiers = Identifier.lookedUp(question);
        return identified(question, identifiers).orElseGet(() -> {
            var resembling = resembling(question, identifiers);
            // The index may just have learnt of an account that the identifiers did not find a moment ago.
            return resembling.isNobody()
                    ? resembling
                    : identified(question, identifiers).orElse(resembling);
        });
    }

    private Optional<Matching> identified(AccountQuestion question, List<Identifier> identifiers) {
        var candidates = candidates(identifiers);
        var byNumber = with(candidates, NUMBERS);
        var byDomain = with(candidates, Set.of(Kind.DOMAIN));
        var byName = with(candidates, Set.of(Kind.NAME));
        if (!byNumber.isEmpty()) {
            return Optional.of(named(decide(byNumber, byDomain), byName));
        }
        if (!byDomain.isEmpty()) {
            return Optional.of(named(domainOwner(byDomain), byName));
        }
        return byName.isEmpty() ? Optional.empty() : Optional.of(sameName(question, identifiers, byName));
    }

    /** No identifier is known: whom the name resembles, in the place where the company is said to be. */
    private Matching resembling(AccountQuestion question, List<Identifier> identifiers) {
        var name = question.name();
        if (name == null) {
            return Matching.NOBODY;
        }
        var index = names.ready();
        if (index.isEmpty()) {
            return Matching.UNKNOWN;
        }
        var recognition = index.get().recognise(asked(name, question));
        var likely = matches(recognition.likely());
        return switch (recognition.verdict()) {
            case TAKEN ->
                likely.isEmpty() || contradicts(identifiers, likely.get(0).account())
                        ? Matching.perhaps(likely)
                        : new Matching(likely, true, List.of());
            case REVIEW -> Matching.perhaps(likely);
            case RELATED -> new Matching(List.of(), true, matches(recognition.related()));
            case FREE -> Matching.NOBODY;
        };
    }

    private static NameQuestion asked(String name, AccountQuestion question) {
        return new NameQuestion(name, textOf(question.country()), textOf(question.city()));
    }

    private static String textOf(@Nullable String place) {
        return place == null ? "" : place;
    }

    private List<AccountMatch> matches(List<LikelyAccount> likely) {
        var known = accounts.all(likely.stream().map(AccountRecogniser::id).toList()).stream()
                .collect(Collectors.toMap(AccountView::id, Function.identity()));
        // One that has been merged away or removed since the index saw it is no match.
        return likely.stream()
                .filter(one -> known.containsKey(id(one)))
                .map(one -> AccountMatch.byName(known.get(id(one)), one))
                .toList();
    }

    private static AccountId id(LikelyAccount likely) {
        return AccountId.parse(likely.id());
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
        return Matching.perhaps(both(matchesOf(byNumber), matchesOf(byDomain)));
    }

    /** A domain may serve a whole group, or institutes that have nothing to do with each other. */
    private static Matching domainOwner(List<Candidate> byDomain) {
        var named = with(byDomain, Set.of(Kind.NAME));
        var owners = named.isEmpty() ? byDomain : named;
        return trees(owners) == 1 ? Matching.certainly(topmost(owners).match()) : Matching.perhaps(matchesOf(owners));
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
        return Matching.perhaps(both(identified.matches(), matchesOf(contradicting)));
    }

    private Matching sameName(AccountQuestion question, List<Identifier> identifiers, List<Candidate> byName) {
        var likely = inCity(question, byName);
        var best = topmost(likely);
        if (trees(likely) > 1
                || contradicts(identifiers, best.account().id())
                || (isElsewhere(question, best.account()) && !isTakenFor(question, best.account()))) {
            return Matching.perhaps(matchesOf(likely));
        }
        return Matching.certainly(best.match());
    }

    /** Companies of one name in two cities are two companies as often as one. */
    private static boolean isElsewhere(AccountQuestion question, AccountView account) {
        return question.city() != null
                && account.city() != null
                && !AccountNameKey.plain(question.city()).equals(AccountNameKey.plain(account.city()));
    }

    private boolean isTakenFor(AccountQuestion question, AccountView account) {
        return names.ready()
                .map(index -> index.recognise(asked(account.name(), question)))
                .filter(recognition -> recognition.verdict() == MatchVerdict.TAKEN)
                .flatMap(recognition -> recognition.likely().stream().findFirst())
                .filter(best -> id(best).equals(account.id()))
                .isPresent();
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
    private boolean contradicts(List<Identifier> identifiers, AccountId account) {
        return identifiers.stream()
                .map(Identifier::kind)
                .filter(kind -> kind == Kind.DOMAIN || kind == Kind.VAT)
                .anyMatch(kind -> accounts.hasIdentifier(account, kind));
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

    private static List<AccountMatch> matchesOf(List<Candidate> candidates) {
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
            return AccountMatch.byIdentifiers(account, reasons);
        }
    }
}

package io.handsel.accounts;

import io.handsel.accounts.AccountMatcher.Matching;
import io.handsel.accounts.Identifier.Kind;
import io.handsel.accounts.MatchingBench.Answer;
import io.handsel.accounts.matching.KnownAccount;
import io.handsel.accounts.matching.LikelyAccount;
import io.handsel.accounts.matching.LiveIndex;
import io.handsel.accounts.matching.MatchingFiles;
import io.handsel.accounts.matching.MatchingFiles.Question;
import io.handsel.accounts.matching.Recognition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks the class the page asks, over a register in memory instead of the database. Verdicts are its own; where it names
 * nobody, the index is asked once more, unmeasured, for the order the answers' file wants. Lines of addresses and what a
 * company belongs to are asked of the index itself.
 */
final class HandselContestant implements MatchingBench.Contestant {

    private final Map<AccountId, String> ids = new HashMap<>();
    private final AccountRecogniser recogniser;
    private final LiveIndex index;

    private Matching matching = Matching.NOBODY;
    private @Nullable Recognition recognition;

    HandselContestant(List<KnownAccount> accounts) {
        var register = new Register();
        var numbered = new ArrayList<KnownAccount>();
        for (var account : accounts) {
            var id = new AccountId(new UUID(7, numbered.size()));
            ids.put(id, account.id());
            numbered.add(new KnownAccount(id.toString(), account.names(), account.country(), account.city()));
            register.add(id, account);
        }
        long started = System.nanoTime();
        index = LiveIndex.of(numbered.iterator(), readSoFar -> {});
        System.out.printf(
                "%d accounts indexed in %d ms%n", index.accounts(), (System.nanoTime() - started) / 1_000_000);
        recogniser = new AccountRecogniser(register, () -> Optional.of(index));
    }

    @Override
    public void ask(Question question) {
        var asked = question.asked();
        recognition = null;
        if (MatchingBench.isLine(question)) {
            recognition = index.recogniseLine(asked.name());
        } else {
            matching = recogniser.match(
                    new AccountQuestion(asked.name(), null, asked.country(), asked.city(), null, null, null, null));
        }
    }

    @Override
    public Answer answer(Question question) {
        var line = recognition;
        if (line != null) {
            return new Answer(line.verdict().name().toLowerCase(), best(line.likely()), refs(line.likely()));
        }
        var names = index.recognise(question.asked());
        if (question.kind() == MatchingFiles.Kind.RELATED) {
            return new Answer(verdict(), best(names.related()), refs(names.related()));
        }
        var refs = new LinkedHashSet<String>();
        matching.matches().forEach(match -> refs.add(ids.get(match.account())));
        refs.addAll(refs(names.likely()));
        boolean identified = matching.certain()
                && matching.best().filter(best -> best.percent() == 100).isPresent();
        return new Answer(verdict(), identified ? 1 : best(names.likely()), List.copyOf(refs));
    }

    private String verdict() {
        if (!matching.certain()) {
            return "review";
        } else if (!matching.isNobody()) {
            return "taken";
        }
        return matching.related().isEmpty() ? "free" : "related";
    }

    private static float best(List<LikelyAccount> accounts) {
        return accounts.isEmpty() ? 0 : accounts.get(0).probability();
    }

    private List<String> refs(List<LikelyAccount> accounts) {
        return accounts.stream()
                .map(account -> ids.get(AccountId.parse(account.id())))
                .toList();
    }

    /** Accounts that are known by their names only. */
    private static final class Register implements RegisteredAccounts {

        private final Map<AccountId, AccountView> views = new HashMap<>();
        private final Map<Identifier, List<AccountView>> byIdentifier = new HashMap<>();

        void add(AccountId id, KnownAccount account) {
            var view = new AccountView(
                    id,
                    null,
                    id,
                    "/" + id,
                    AccountKind.LEGAL_ENTITY,
                    account.names().get(0),
                    account.country().isEmpty() ? null : account.country(),
                    null,
                    null,
                    account.city().isEmpty() ? null : account.city());
            views.put(id, view);
            for (var name : account.names()) {
                Identifier.name(name, view.country())
                        .ifPresent(identifier -> byIdentifier
                                .computeIfAbsent(identifier, unknown -> new ArrayList<>())
                                .add(view));
            }
        }

        @Override
        public List<Hit> identified(Collection<Identifier> identifiers) {
            return identifiers.stream()
                    .flatMap(identifier -> byIdentifier.getOrDefault(identifier, List.of()).stream()
                            .map(view -> new Hit(identifier.kind(), view)))
                    .toList();
        }

        @Override
        public boolean hasIdentifier(AccountId account, Kind kind) {
            return false;
        }

        @Override
        public List<AccountView> all(Collection<AccountId> wanted) {
            return wanted.stream().map(views::get).toList();
        }
    }
}

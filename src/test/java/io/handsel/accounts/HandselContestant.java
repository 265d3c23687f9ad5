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
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Asks the class the page asks, over a register in memory instead of the database. Verdicts are its own; where it names
 * nobody, the index is asked once more, unmeasured, for the order the answers' file wants. Lines of addresses and what a
 * company belongs to are asked of the index itself.
 */
final class HandselContestant implements MatchingBench.Contestant {

    private static final int BITS_OF_NUMBER = 24;

    private final String[] ids;
    private final AccountRecogniser recogniser;
    private final LiveIndex index;

    private Matching matching = Matching.NOBODY;
    private @Nullable Recognition recognition;

    HandselContestant(List<KnownAccount> accounts) {
        ids = accounts.stream().map(KnownAccount::id).toArray(String[]::new);
        var numbered = new ArrayList<KnownAccount>(ids.length);
        for (var account : accounts) {
            var id = new AccountId(new UUID(0, numbered.size()));
            numbered.add(new KnownAccount(id.toString(), account.names(), account.country(), account.city()));
        }
        long started = System.nanoTime();
        index = LiveIndex.of(numbered.iterator(), readSoFar -> {});
        System.out.printf(
                "%d accounts indexed in %d ms%n", index.accounts(), (System.nanoTime() - started) / 1_000_000);
        recogniser = new AccountRecogniser(new Register(numbered), () -> Optional.of(index));
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
            return new Answer(line.verdict().name().toLowerCase(Locale.ROOT), best(line.likely()), refs(line.likely()));
        }
        var names = index.recognise(question.asked());
        if (question.kind() == MatchingFiles.Kind.RELATED) {
            // Where it is taken itself, nothing above it is looked for.
            var related = names.related().isEmpty() ? names.likely() : names.related();
            return new Answer(verdict(), best(related), refs(related));
        }
        var refs = new LinkedHashSet<String>();
        matching.matches().forEach(match -> refs.add(ids[number(match.account().toString())]));
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

    private static int number(String id) {
        return (int) UUID.fromString(id).getLeastSignificantBits();
    }

    private static float best(List<LikelyAccount> accounts) {
        return accounts.isEmpty() ? 0 : accounts.get(0).probability();
    }

    private List<String> refs(List<LikelyAccount> accounts) {
        return accounts.stream().map(account -> ids[number(account.id())]).toList();
    }

    /** Accounts that are known by their names only; a million of them are to fit beside the index. */
    private static final class Register implements RegisteredAccounts {

        private final List<KnownAccount> accounts;
        private final long[] keys;

        Register(List<KnownAccount> accounts) {
            this.accounts = accounts;
            var filed = LongStream.builder();
            for (int number = 0; number < accounts.size(); number++) {
                var account = accounts.get(number);
                for (var name : account.names()) {
                    int at = number;
                    Identifier.name(name, code(account.country())).ifPresent(key -> filed.add(key(key) | at));
                }
            }
            keys = filed.build().sorted().toArray();
        }

        /** The upper bits; the number of the account fills the lower ones. */
        private static long key(Identifier identifier) {
            long hash = 31L * identifier.text().hashCode() + identifier.scope().hashCode();
            return hash * 0x9E3779B97F4A7C15L & -1L << BITS_OF_NUMBER;
        }

        private AccountView view(int number) {
            var account = accounts.get(number);
            var id = AccountId.parse(account.id());
            return new AccountView(
                    id,
                    null,
                    id,
                    "/" + id,
                    AccountKind.LEGAL_ENTITY,
                    account.names().get(0),
                    code(account.country()),
                    null,
                    null,
                    account.city().isEmpty() ? null : account.city());
        }

        private static @Nullable String code(String country) {
            return country.isEmpty() ? null : country;
        }

        @Override
        public List<Hit> identified(Collection<Identifier> identifiers) {
            var hits = new ArrayList<Hit>();
            for (var identifier : identifiers) {
                long key = key(identifier);
                int at = Arrays.binarySearch(keys, key);
                for (int i = at < 0 ? -at - 1 : at; i < keys.length && (keys[i] & -1L << BITS_OF_NUMBER) == key; i++) {
                    var account = accounts.get((int) (keys[i] & ~(-1L << BITS_OF_NUMBER)));
                    if (account.names().stream()
                            .anyMatch(name -> Identifier.name(name, code(account.country()))
                                    .equals(Optional.of(identifier)))) {
                        hits.add(new Hit(identifier.kind(), view(number(account.id()))));
                    }
                }
            }
            return hits;
        }

        @Override
        public boolean hasIdentifier(AccountId account, Kind kind) {
            return false;
        }

        @Override
        public List<AccountView> all(Collection<AccountId> wanted) {
            return wanted.stream().map(id -> view(number(id.toString()))).toList();
        }
    }
}

package io.handsel.accounts.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All accounts by name, ready to be asked. Not safe for several threads at once: each takes its own {@link Asking}. */
public final class AccountIndex {

    private final NameTable table;

    private AccountIndex(NameTable table) {
        this.table = table;
    }

    /** Reads all accounts; what is added to them later needs a new index. */
    public static AccountIndex of(Iterable<KnownAccount> accounts) {
        var table = new NameTable();
        accounts.forEach(table::add);
        table.close();
        return new AccountIndex(table);
    }

    public int accounts() {
        return table.accounts();
    }

    public Asking asking() {
        return new Asking(table, MatchingModel.shipped());
    }

    Asking asking(MatchingModel model) {
        return new Asking(table, model);
    }

    /** One thread's view of the index, with the working memory of a question. */
    public static final class Asking {

        private static final int MOST_ANSWERS = 10;

        private final NameTable table;
        private final MatchingModel model;
        private final Candidates candidates;

        private Asking(NameTable table, MatchingModel model) {
            this.table = table;
            this.model = model;
            this.candidates = new Candidates(table);
        }

        /** The likely accounts, best first; none if no account resembles. */
        public List<LikelyAccount> ask(NameQuestion question) {
            return judged(question).stream()
                    .limit(MOST_ANSWERS)
                    .map(pair -> likely(pair.account(), pair.probability()))
                    .toList();
        }

        /** The likely accounts behind a line of an address, best first: departments are answered with their whole. */
        public List<LikelyAccount> askLine(String line) {
            var address = new AddressLine(line, table);
            Map<Integer, Float> best = new HashMap<>();
            for (var piece : address.pieces()) {
                for (var pair : judged(new NameQuestion(piece.text(), address.country(), address.city()))) {
                    float worth = pair.probability() * piece.trust() * (0.94f + 0.06f * piece.place());
                    best.merge(pair.account(), worth, Math::max);
                }
            }
            return ranked(best);
        }

        /** Accounts the company may belong to, best first: never the same one, only the one above it. */
        public List<LikelyAccount> related(NameQuestion question) {
            Map<Integer, Float> best = new HashMap<>();
            for (var pair : allPairs(question)) {
                var words = table.reader()
                        .readOne(table.account(pair.account()).names().get(0), false)
                        .words();
                best.merge(pair.account(), Kinship.of(pair.values(), words), Math::max);
            }
            return ranked(best);
        }

        private List<LikelyAccount> ranked(Map<Integer, Float> worth) {
            return worth.entrySet().stream()
                    .sorted(Map.Entry.<Integer, Float>comparingByValue().reversed())
                    .limit(MOST_ANSWERS)
                    .map(entry -> likely(entry.getKey(), entry.getValue()))
                    .toList();
        }

        private LikelyAccount likely(int account, float probability) {
            var known = table.account(account);
            return new LikelyAccount(known.id(), probability, known.names().get(0));
        }

        List<Pair> judged(NameQuestion question) {
            return model.judge(pairs(question));
        }

        /** One pair for each account among the candidates: that of its name that resembles most. */
        private List<Pair> pairs(NameQuestion question) {
            Map<Integer, Pair> best = new HashMap<>();
            for (var pair : allPairs(question)) {
                best.merge(pair.account(), pair, (one, other) -> one.first() >= other.first() ? one : other);
            }
            var pairs = new ArrayList<>(best.values());
            pairs.sort(Comparator.comparing(Pair::first).reversed());
            return pairs;
        }

        List<Pair> allPairs(NameQuestion question) {
            int city = table.knownPlace(question.city());
            int country = table.knownPlace(question.country());
            var pairs = new ArrayList<Pair>();
            for (var read : table.reader().read(question.name())) {
                var found = candidates.of(read, city, country);
                var comparison = new Comparison(table, read, question, city, country);
                for (int i = 0; i < found.names().length; i++) {
                    var values = comparison.with(found.names()[i], found.worth()[i], found.worth()[0]);
                    pairs.add(new Pair(table.accountOf(found.names()[i]), values, model.first(values)));
                }
            }
            return pairs;
        }

        String id(Pair pair) {
            return table.account(pair.account()).id();
        }
    }

    /** An account held against a question, and what came out. */
    record Pair(int account, float[] values, float first, float probability) {

        Pair(int account, float[] values, float first) {
            this(account, values, first, first);
        }

        Pair judged(float probability) {
            return new Pair(account, values, first, probability);
        }
    }
}

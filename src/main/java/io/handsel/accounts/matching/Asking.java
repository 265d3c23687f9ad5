package io.handsel.accounts.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Questions put to the same accounts, one after the other. */
final class Asking {

    private static final int MOST_ANSWERS = 10;
    private static final int MOST_HOMONYMS = 5;

    private final List<Shelf> shelves;
    private final Candidates candidates;
    private final MatchingModel model;

    Asking(List<Shelf> shelves, Candidates candidates, MatchingModel model) {
        this.shelves = shelves;
        this.candidates = candidates;
        this.model = model;
    }

    Recognition recognise(NameQuestion question) {
        var all = allPairs(question);
        var likely = likely(model.judge(pairs(all)));
        if (MatchVerdict.of(probability(likely)) == MatchVerdict.TAKEN) {
            return new Recognition(MatchVerdict.TAKEN, likely, List.of());
        }
        var related = related(question, all);
        return new Recognition(MatchVerdict.of(probability(likely), probability(related)), likely, related);
    }

    Recognition recogniseLine(String line) {
        var likely = likelyInLine(line);
        return new Recognition(MatchVerdict.ofLine(probability(likely)), likely, List.of());
    }

    private static float probability(List<LikelyAccount> accounts) {
        return accounts.isEmpty() ? 0 : accounts.get(0).probability();
    }

    /** The likely accounts, best first; none if no account resembles. */
    private static List<LikelyAccount> likely(List<Pair> judged) {
        return ranked(
                judged.stream().map(pair -> likely(pair, pair.probability())).toList());
    }

    /** The likely accounts behind a line of an address: departments are answered with their whole. */
    List<LikelyAccount> likelyInLine(String line) {
        var address = new AddressLine(line, shelves);
        var likely = new ArrayList<LikelyAccount>();
        for (var piece : address.pieces()) {
            var question = new NameQuestion(piece.text(), address.country(), address.city());
            for (var pair : model.judge(pairs(allPairs(question)))) {
                likely.add(likely(pair, pair.probability() * piece.trust() * (0.94f + 0.06f * piece.place())));
            }
        }
        return ranked(likely);
    }

    /** Accounts the company may belong to. */
    private List<LikelyAccount> related(NameQuestion question, List<Pair> pairs) {
        return ranked(kin(question, pairs).stream()
                .map(pair -> likely(pair, model.kinship(pair.values())))
                .toList());
    }

    /** The given pairs and those that only kinship finds, each with what is measured for kinship. */
    List<Pair> kin(NameQuestion question, List<Pair> given) {
        var names = NameReader.SHARED.read(question.name());
        if (names.isEmpty()) {
            return List.of();
        }
        var name = names.get(0);
        var places = new Places(question, shelves);
        var kinship = new Kinship(name, places);
        boolean otherScript = NameReader.hasOtherScript(question.name());
        var all = new ArrayList<>(given);
        var seen = new HashSet<Long>();
        given.forEach(pair -> seen.add(pair.key()));
        for (int number = 0; number < shelves.size(); number++) {
            var shelf = shelves.get(number);
            var comparison = new Comparison(shelf, number, name, places, otherScript, 0);
            for (int found : kinship.more(shelf, number, candidates)) {
                var pair = new Pair(shelf.table(), found, comparison.with(found, 0, 1), 0);
                if (seen.add(pair.key())) {
                    all.add(pair);
                }
            }
        }
        for (var pair : all) {
            kinship.measure(pair.table(), pair.name(), pair.values());
        }
        return all;
    }

    private static List<LikelyAccount> ranked(List<LikelyAccount> accounts) {
        Map<String, LikelyAccount> best = new LinkedHashMap<>();
        for (var account : accounts) {
            best.merge(account.id(), account, (one, other) -> one.probability() >= other.probability() ? one : other);
        }
        return best.values().stream()
                .sorted(Comparator.comparing(LikelyAccount::probability).reversed())
                .limit(MOST_ANSWERS)
                .toList();
    }

    private static LikelyAccount likely(Pair pair, float probability) {
        return new LikelyAccount(pair.known().id(), probability, pair.given(), pair.evidence());
    }

    /** One pair for each account among the candidates: that of its name that resembles most. */
    private static List<Pair> pairs(List<Pair> all) {
        Map<String, Pair> best = new LinkedHashMap<>();
        for (var pair : all) {
            best.merge(pair.known().id(), pair, (one, other) -> one.first() >= other.first() ? one : other);
        }
        var pairs = new ArrayList<>(best.values());
        pairs.sort(Comparator.comparing(Pair::first).reversed());
        return pairs;
    }

    List<Pair> allPairs(NameQuestion question) {
        var places = new Places(question, shelves);
        boolean otherScript = NameReader.hasOtherScript(question.name());
        var pairs = new ArrayList<Pair>();
        for (var read : NameReader.SHARED.read(question.name())) {
            var found = candidates.of(read, places, shelves);
            int homonyms = homonyms(read);
            var comparisons = new Comparison[shelves.size()];
            for (var candidate : found) {
                int number = candidate.shelf();
                var shelf = shelves.get(number);
                if (comparisons[number] == null) {
                    comparisons[number] = new Comparison(shelf, number, read, places, otherScript, homonyms);
                }
                var values = comparisons[number].with(
                        candidate.name(), candidate.worth(), found.get(0).worth());
                pairs.add(new Pair(shelf.table(), candidate.name(), values, model.first(values)));
            }
        }
        return pairs;
    }

    private int homonyms(ReadName name) {
        long key = KeyPostings.key(name.core());
        int homonyms = 0;
        for (var shelf : shelves) {
            homonyms += shelf.count(shelf.table().byCore, key, MOST_HOMONYMS - homonyms);
        }
        return homonyms;
    }
}

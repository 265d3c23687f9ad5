package io.handsel.accounts.matching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Learns which account a company belongs to: {@code KinshipTrainer ACCOUNTS.csv SUBSIDIARIES.csv QUESTIONS.csv FOLDER}.
 * Children are the subsidiaries, the questions whose parent is known, and the accounts those mean. Absent companies
 * without a known parent tell what must not be called related. Folds are cut by parent, so that no parent is learnt from
 * and asked for at once; only measures are learnt from, never a text or an id.
 */
final class KinshipTrainer {

    private static final int FOLDS = 5;
    private static final int TREES = 80;
    private static final int DEPTH = 4;
    private static final float FEATURES_SEEN = 0.4f;
    /** A child that shares a word with its parent counts more: for the others the name says next to nothing. */
    private static final float WEIGHT_OF_SHARED = 4;

    private final Asking asking;
    private final List<Child> children = new ArrayList<>();

    private KinshipTrainer(List<KnownAccount> accounts) {
        var shelf = new Shelf(NameTable.of(accounts.iterator(), null, read -> {}));
        this.asking = new Asking(List.of(shelf), new Candidates(), MatchingModel.SHIPPED);
    }

    public static void main(String[] arguments) throws IOException {
        var accounts = MatchingFiles.accounts(Path.of(arguments[0]));
        var trainer = new KinshipTrainer(accounts);
        trainer.readSubsidiaries(Path.of(arguments[1]));
        trainer.readQuestions(Path.of(arguments[2]), accounts);
        var scale = trainer.validate();
        var forest = scaled(trainer.learn(child -> true), scale);
        Files.write(Path.of(arguments[3]).resolve("matching-kinship.txt"), forest);
    }

    private void readSubsidiaries(Path file) {
        for (var question : MatchingFiles.questions(file)) {
            add(question.asked(), question.truth(), Set.of(), question.shared() ? Kind.SHARED : Kind.NOT_SHARED);
        }
    }

    private void readQuestions(Path file, List<KnownAccount> accounts) {
        Map<String, KnownAccount> known = new HashMap<>();
        accounts.forEach(account -> known.put(account.id(), account));
        for (var question : MatchingFiles.questions(file)) {
            if (!question.parents().isEmpty()) {
                add(question.asked(), question.parents(), question.truth(), Kind.FURTHER);
                for (var self : question.truth()) {
                    var account = known.get(self);
                    var asked = new NameQuestion(account.names().get(0), account.country(), account.city());
                    add(asked, question.parents(), question.truth(), Kind.FURTHER);
                }
            } else if (question.truth().isEmpty()) {
                add(question.asked(), Set.of(), Set.of(), Kind.ABSENT);
            }
        }
    }

    private void add(NameQuestion asked, Set<String> parents, Set<String> self, Kind kind) {
        var pairs = asking.kin(asked, asking.allPairs(asked)).stream()
                .filter(pair -> !self.contains(pair.known().id()))
                .toList();
        var together = parents.isEmpty() ? asked.name() : new TreeSet<>(parents).first();
        children.add(new Child(kind, parents, pairs, Math.floorMod(together.hashCode() * 0x9E3779B1 >> 8, FOLDS)));
    }

    /** Says how good the order is for parents not learnt from; gives slope and shift that make it a probability. */
    private double[] validate() {
        var answers = new ArrayList<Answer>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            var forest = Forest.parse(learn(child -> child.fold() != held));
            children.stream()
                    .filter(child -> child.fold() == held)
                    .map(child -> child.answer(forest))
                    .forEach(answers::add);
        }
        for (var kind : Kind.values()) {
            var those = answers.stream().filter(answer -> answer.kind() == kind).toList();
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d, parent among candidates %.3f, first %.3f, among five %.3f%n",
                    kind,
                    those.size(),
                    share(those, answer -> answer.rank() > 0),
                    share(those, answer -> answer.rank() == 1),
                    share(those, answer -> answer.rank() > 0 && answer.rank() <= 5));
        }
        var scale = scale(answers);
        for (int percent = 5; percent <= 95; percent += 5) {
            double bound = percent / 100.0;
            Predicate<Answer> called = answer -> sigmoid(scale, answer.best()) >= bound;
            System.out.printf(
                    Locale.ROOT,
                    "from %.2f: shared %.3f, not shared %.3f, further %.3f, absent without parent %.3f%n",
                    bound,
                    called(answers, Kind.SHARED, called),
                    called(answers, Kind.NOT_SHARED, called),
                    called(answers, Kind.FURTHER, called),
                    called(answers, Kind.ABSENT, called));
        }
        return scale;
    }

    private static double called(List<Answer> answers, Kind kind, Predicate<Answer> called) {
        return share(answers.stream().filter(answer -> answer.kind() == kind).toList(), called);
    }

    private static double share(List<Answer> answers, Predicate<Answer> which) {
        return (double) answers.stream().filter(which).count() / Math.max(1, answers.size());
    }

    /** Logistic regression of "the first one is right" on its score, by plain gradient descent. */
    private static double[] scale(List<Answer> answers) {
        var scale = new double[] {1, 0};
        for (int step = 0; step < 20_000; step++) {
            double slope = 0;
            double shift = 0;
            for (var answer : answers) {
                double missing = (answer.rank() == 1 ? 1 : 0) - sigmoid(scale, answer.best());
                slope += missing * answer.best();
                shift += missing;
            }
            scale[0] += 0.1 * slope / answers.size();
            scale[1] += 0.1 * shift / answers.size();
        }
        return scale;
    }

    private static double sigmoid(double[] scale, double score) {
        return 1 / (1 + Math.exp(-scale[0] * score - scale[1]));
    }

    private static List<String> scaled(List<String> forest, double[] scale) {
        var scaled = new ArrayList<String>();
        scaled.add(String.valueOf(scale[1]));
        for (var tree : forest.subList(1, forest.size())) {
            var nodes = tree.split(" ");
            for (int node = 0; node < nodes.length; node++) {
                if (nodes[node].startsWith("-1@")) {
                    nodes[node] = String.format(
                            Locale.ROOT, "-1@%.5g", scale[0] * Double.parseDouble(nodes[node].substring(3)));
                }
            }
            scaled.add(String.join(" ", nodes));
        }
        return scaled;
    }

    private List<String> learn(Predicate<Child> seen) {
        List<float[]> rows = new ArrayList<>();
        List<Boolean> labels = new ArrayList<>();
        List<Float> weights = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        for (var child : children) {
            if (seen.test(child) && child.isFindable()) {
                starts.add(rows.size());
                for (var pair : child.pairs()) {
                    rows.add(pair.values());
                    labels.add(child.isParent(pair));
                    weights.add(child.sharesAWord() ? WEIGHT_OF_SHARED : 1);
                }
            }
        }
        starts.add(rows.size());
        var right = new boolean[labels.size()];
        var weighed = new float[right.length];
        for (int row = 0; row < right.length; row++) {
            right[row] = labels.get(row);
            weighed[row] = weights.get(row);
        }
        return new TreeTrainer(TREES, DEPTH, Feature.COUNT, FEATURES_SEEN)
                .learn(
                        rows,
                        right,
                        weighed,
                        starts.stream().mapToInt(start -> start).toArray());
    }

    private enum Kind {
        SHARED,
        NOT_SHARED,
        FURTHER,
        ABSENT
    }

    /** @param rank of the first parent among the answers, 0 if it is not there */
    private record Answer(Kind kind, double best, int rank) {}

    private record Child(Kind kind, Set<String> parents, List<Pair> pairs, int fold) {

        boolean isParent(Pair pair) {
            return parents.contains(pair.known().id());
        }

        boolean isFindable() {
            return pairs.stream().anyMatch(this::isParent);
        }

        boolean sharesAWord() {
            return pairs.stream()
                    .anyMatch(pair -> isParent(pair) && pair.values()[Feature.EXACT_SHARE_OF_QUESTION.ordinal()] > 0);
        }

        Answer answer(Forest forest) {
            Map<String, Double> worth = new HashMap<>();
            for (var pair : pairs) {
                worth.merge(pair.known().id(), forest.sum(pair.values()), Math::max);
            }
            var ranked = worth.entrySet().stream()
                    .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .toList();
            int rank = 0;
            for (int i = ranked.size() - 1; i >= 0; i--) {
                rank = parents.contains(ranked.get(i).getKey()) ? i + 1 : rank;
            }
            return new Answer(kind, ranked.isEmpty() ? -9 : ranked.get(0).getValue(), rank);
        }
    }
}

package io.handsel.accounts.matching;

import io.handsel.accounts.matching.MatchingFiles.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * Learns the weights of the matcher: {@code MatchingTrainer ACCOUNTS.csv QUESTIONS.csv FOLDER}. Writes the two forests
 * into the folder and, for judging them, answers of cross-validation: by random folds and by source. Only measures of
 * pairs are learnt from, never a text or an id.
 */
final class MatchingTrainer {

    private static final int WRONG_PAIRS = 30;
    private static final float FEATURES_SEEN = 0.5f;

    private final List<Question> questions;
    private final List<List<Pair>> pairs = new ArrayList<>();
    private final List<List<Pair>> withoutCity = new ArrayList<>();
    private final Asking asking;

    private MatchingTrainer(List<KnownAccount> accounts, List<Question> questions) {
        this.questions = questions;
        var blank = Forest.parse(List.of("0"));
        var shelf = new Shelf(NameTable.of(accounts.iterator(), null, read -> {}));
        this.asking = new Asking(List.of(shelf), new Candidates(), new MatchingModel(blank, blank, blank));
        int found = 0;
        int findable = 0;
        for (var question : questions) {
            var all = asking.allPairs(question.asked());
            pairs.add(all);
            var asked = question.asked();
            withoutCity.add(asking.allPairs(new NameQuestion(asked.name(), asked.country(), "")));
            if (question.core() && !question.truth().isEmpty()) {
                findable++;
                found += all.stream().anyMatch(pair -> isRight(question, pair)) ? 1 : 0;
            }
        }
        System.out.printf("candidate recall, core: %.4f%n", (double) found / findable);
    }

    public static void main(String[] arguments) throws IOException {
        var started = System.nanoTime();
        var trainer = new MatchingTrainer(
                MatchingFiles.accounts(Path.of(arguments[0])), MatchingFiles.questions(Path.of(arguments[1])));
        System.out.printf("compared after %d s%n", (System.nanoTime() - started) / 1_000_000_000);
        var folder = Path.of(arguments[2]);
        var random = new Random(7);
        var fold = new int[trainer.questions.size()];
        for (int i = 0; i < fold.length; i++) {
            fold[i] = random.nextInt(3);
        }
        boolean only = arguments.length > 3;
        trainer.validate(i -> "fold" + fold[i], folder, "answers-by-fold");
        System.out.printf("folds after %d s%n", (System.nanoTime() - started) / 1_000_000_000);
        if (!only) {
            trainer.validate(i -> sourceGroup(trainer.questions.get(i).source()), folder, "answers-by-source");
            System.out.printf("sources after %d s%n", (System.nanoTime() - started) / 1_000_000_000);
            var all = trainer.learn(i -> true);
            Files.write(folder.resolve("matching-alone.txt"), all.alone());
            Files.write(folder.resolve("matching-among.txt"), all.among());
        }
    }

    /** Sources too small to be judged by themselves stand together. */
    private static String sourceGroup(String source) {
        return switch (source) {
            case "ror", "spo", "ofac" -> source;
            default -> "others";
        };
    }

    private boolean isRight(Question question, Pair pair) {
        return question.truth().contains(pair.known().id());
    }

    private void validate(IntFunction<String> part, Path folder, String name) throws IOException {
        var lines = new ArrayList<String>();
        var linesWithout = new ArrayList<String>();
        lines.add("query_id,verdict,score,refs,micros");
        linesWithout.add("query_id,verdict,score,refs,micros");
        var parts = new ArrayList<String>();
        for (int i = 0; i < questions.size(); i++) {
            if (!parts.contains(part.apply(i))) {
                parts.add(part.apply(i));
            }
        }
        for (var held : parts) {
            var model = learn(i -> !part.apply(i).equals(held)).model();
            for (int i = 0; i < questions.size(); i++) {
                if (part.apply(i).equals(held)) {
                    lines.add(answer(i, pairs.get(i), model));
                    linesWithout.add(answer(i, withoutCity.get(i), model));
                }
            }
        }
        Files.write(folder.resolve(name + ".csv"), lines);
        Files.write(folder.resolve(name + "-without-city.csv"), linesWithout);
    }

    private String answer(int i, List<Pair> pairs, MatchingModel model) {
        var judged = model.judge(firsts(pairs, model));
        var refs = judged.stream().limit(5).map(pair -> pair.known().id()).toList();
        float score = judged.isEmpty() ? 0 : judged.get(0).probability();
        return questions.get(i).id() + "," + MatchVerdict.of(score).name().toLowerCase(java.util.Locale.ROOT) + ","
                + score + "," + String.join("|", refs) + ",0";
    }

    private static List<Pair> firsts(List<Pair> pairs, MatchingModel model) {
        Map<String, Pair> best = new HashMap<>();
        for (var pair : pairs) {
            var judged = new Pair(pair.table(), pair.name(), pair.values(), model.first(pair.values()));
            best.merge(pair.known().id(), judged, (one, other) -> one.first() >= other.first() ? one : other);
        }
        return best.values().stream()
                .sorted(Comparator.comparing(Pair::first).reversed())
                .toList();
    }

    /** The second forest learns from what the first one says about questions it has not seen. */
    private Learnt learn(IntFunction<Boolean> seen) {
        var alone = learnAlone(seen);
        List<float[]> rows = new ArrayList<>();
        List<Boolean> labels = new ArrayList<>();
        for (int half = 0; half < 2; half++) {
            int held = half;
            var other = new MatchingModel(
                    Forest.parse(learnAlone(i -> seen.apply(i) && hash(i) % 2 != held)),
                    Forest.parse(List.of("0")),
                    Forest.parse(List.of("0")));
            for (int i = 0; i < questions.size(); i++) {
                if (!seen.apply(i) || hash(i) % 2 != held) {
                    continue;
                }
                for (var asked : askedFor(i)) {
                    var firsts = firsts(asked, other);
                    var best = firsts.subList(0, Math.min(MatchingModel.JUDGED_TWICE, firsts.size()));
                    MatchingModel.withRivals(best);
                    for (var pair : best) {
                        rows.add(pair.values().clone());
                        labels.add(isRight(questions.get(i), pair));
                    }
                }
            }
        }
        return new Learnt(
                alone,
                new TreeTrainer(70, 4, Feature.AMONG, FEATURES_SEEN).learn(rows, array(labels), ones(rows.size())));
    }

    /** Many will not know the city, so half of the questions are asked a second time without it. */
    private List<List<Pair>> askedFor(int i) {
        return hash(i) / 2 % 2 == 0 ? List.of(pairs.get(i), withoutCity.get(i)) : List.of(pairs.get(i));
    }

    private static int hash(int i) {
        return (i * 0x9E3779B1) >>> 7;
    }

    private List<String> learnAlone(IntFunction<Boolean> seen) {
        List<float[]> rows = new ArrayList<>();
        List<Boolean> labels = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            if (!seen.apply(i)) {
                continue;
            }
            for (var asked : askedFor(i)) {
                int wrong = 0;
                for (var pair : asked) {
                    boolean right = isRight(questions.get(i), pair);
                    if (right || wrong++ < WRONG_PAIRS) {
                        rows.add(pair.values());
                        labels.add(right);
                    }
                }
            }
        }
        return new TreeTrainer(100, 5, Feature.OF_PAIR, FEATURES_SEEN).learn(rows, array(labels), ones(rows.size()));
    }

    private static boolean[] array(List<Boolean> labels) {
        var array = new boolean[labels.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = labels.get(i);
        }
        return array;
    }

    private static float[] ones(int count) {
        var ones = new float[count];
        java.util.Arrays.fill(ones, 1);
        return ones;
    }

    private record Learnt(List<String> alone, List<String> among) {

        MatchingModel model() {
            return new MatchingModel(Forest.parse(alone), Forest.parse(among), Forest.parse(List.of("0")));
        }
    }
}

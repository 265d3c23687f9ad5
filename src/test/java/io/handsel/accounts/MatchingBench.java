package io.handsel.accounts;

import io.handsel.accounts.matching.MatchingFiles;
import io.handsel.accounts.matching.MatchingFiles.Kind;
import io.handsel.accounts.matching.MatchingFiles.Question;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Asks all questions of a file and writes the answers: {@code MatchingBench ACCOUNTS.csv QUESTIONS.csv ANSWERS.csv}. The
 * index, the weights and the bounds are the shipped ones; one thread asks. With {@code -Dmatcher=pg_trgm} a PostgreSQL
 * is asked each question too, in turn: its answers are the ones written, ours stand beside them in a file that ends in
 * {@code .handsel.csv}. {@code -Dquestions=300} asks only the first of them.
 */
final class MatchingBench {

    private static final int WARM_UP = 300;

    private MatchingBench() {}

    public static void main(String[] arguments) throws IOException {
        var accounts = MatchingFiles.accounts(Path.of(arguments[0]));
        var questions = MatchingFiles.questions(Path.of(arguments[1])).stream()
                .limit(Integer.getInteger("questions", Integer.MAX_VALUE))
                .toList();
        Map<Path, Contestant> contestants = new LinkedHashMap<>();
        if (System.getProperty("matcher", "").equals("pg_trgm")) {
            contestants.put(Path.of(arguments[2]), new TrigramContestant(accounts));
            contestants.put(Path.of(arguments[2] + ".handsel.csv"), new HandselContestant(accounts));
        } else {
            contestants.put(Path.of(arguments[2]), new HandselContestant(accounts));
        }
        accounts = List.of();
        for (var contestant : contestants.values()) {
            questions.stream().limit(WARM_UP).forEach(contestant::ask);
        }
        Map<Path, Run> runs = new LinkedHashMap<>();
        contestants.forEach((file, contestant) -> runs.put(file, new Run(contestant)));
        for (var question : questions) {
            runs.values().forEach(run -> run.ask(question));
        }
        for (var run : runs.entrySet()) {
            run.getValue().write(run.getKey());
        }
        System.gc();
        var runtime = Runtime.getRuntime();
        System.out.printf("%d MB in use%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
        System.exit(0);
    }

    /** Somebody who is asked. */
    interface Contestant {

        /** What is measured. */
        void ask(Question question);

        /** What was answered last, put into the columns of the answers' file. */
        Answer answer(Question question);
    }

    /** @param refs ids as the file of accounts has them, best first */
    record Answer(String verdict, float score, List<String> refs) {}

    private static final class Run {

        private final Contestant contestant;
        private final List<String> lines = new ArrayList<>(List.of("query_id,verdict,score,refs,micros"));
        private final List<Long> busy = new ArrayList<>();
        private final List<Long> taken = new ArrayList<>();

        Run(Contestant contestant) {
            this.contestant = contestant;
        }

        void ask(Question question) {
            var thread = ManagementFactory.getThreadMXBean();
            long before = thread.getCurrentThreadCpuTime();
            long asked = System.nanoTime();
            contestant.ask(question);
            taken.add(System.nanoTime() - asked);
            busy.add(thread.getCurrentThreadCpuTime() - before);
            var answer = contestant.answer(question);
            lines.add(String.join(
                    ",",
                    question.id(),
                    answer.verdict(),
                    String.format(Locale.ROOT, "%.5f", answer.score()),
                    String.join(
                            "|",
                            answer.refs().subList(0, Math.min(5, answer.refs().size()))),
                    String.valueOf(taken.get(taken.size() - 1) / 1000)));
        }

        void write(Path file) throws IOException {
            Files.write(file, lines);
            System.out.printf(
                    Locale.ROOT,
                    "%s: on the clock p50 %.2f ms, p99 %.2f ms; processor time of the asking thread p50 %.2f ms, p99 %.2f ms%n",
                    contestant.getClass().getSimpleName(),
                    percentile(taken, 50),
                    percentile(taken, 99),
                    percentile(busy, 50),
                    percentile(busy, 99));
        }

        private static double percentile(List<Long> nanos, int percent) {
            var sorted = nanos.stream().mapToLong(time -> time).toArray();
            Arrays.sort(sorted);
            return sorted[sorted.length * percent / 100] / 1e6;
        }
    }

    static boolean isLine(Question question) {
        return question.kind() == Kind.LINE;
    }
}

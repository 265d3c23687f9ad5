package io.handsel.accounts.matching;

import io.handsel.accounts.matching.MatchingFiles.Question;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;

/**
 * Asks all questions of a file and writes the answers: {@code MatchingBench ACCOUNTS.csv QUESTIONS.csv ANSWERS.csv}. The
 * index, the weights and the bounds are the shipped ones; one thread asks.
 */
final class MatchingBench {

    private static final int WARM_UP = 300;

    private MatchingBench() {}

    public static void main(String[] arguments) throws IOException {
        long started = System.nanoTime();
        var accounts = MatchingFiles.accounts(Path.of(arguments[0]));
        long read = System.nanoTime();
        var index = LiveIndex.of(accounts.iterator(), count -> {});
        System.out.printf(
                "%d accounts read in %d ms, indexed in %d ms%n",
                index.accounts(), (read - started) / 1_000_000, (System.nanoTime() - read) / 1_000_000);
        var questions = MatchingFiles.questions(Path.of(arguments[1]));
        questions.stream().limit(WARM_UP).forEach(question -> answers(index, question));
        var lines = new ArrayList<String>();
        lines.add("query_id,verdict,score,refs,micros");
        var thread = ManagementFactory.getThreadMXBean();
        var busy = new long[questions.size()];
        for (var question : questions) {
            long before = thread.getCurrentThreadCpuTime();
            long asked = System.nanoTime();
            var answers = answers(index, question);
            busy[lines.size() - 1] = thread.getCurrentThreadCpuTime() - before;
            lines.add(line(question, answers, (System.nanoTime() - asked) / 1000));
        }
        Files.write(Path.of(arguments[2]), lines);
        Arrays.sort(busy);
        System.out.printf(
                "processor time a question: p50 %.2f ms, p99 %.2f ms%n",
                busy[busy.length / 2] / 1e6, busy[busy.length * 99 / 100] / 1e6);
        System.gc();
        var runtime = Runtime.getRuntime();
        System.out.printf("%d MB in use%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    private static Recognition answers(LiveIndex index, Question question) {
        return question.kind() == MatchingFiles.Kind.LINE
                ? index.recogniseLine(question.asked().name())
                : index.recognise(question.asked());
    }

    private static String line(Question question, Recognition recognition, long micros) {
        var answers = question.kind() == MatchingFiles.Kind.RELATED ? recognition.related() : recognition.likely();
        float score = answers.isEmpty() ? 0 : answers.get(0).probability();
        var refs = answers.stream().limit(5).map(LikelyAccount::id).toList();
        return String.join(
                ",",
                question.id(),
                recognition.verdict().name().toLowerCase(Locale.ROOT),
                String.format(Locale.ROOT, "%.5f", score),
                String.join("|", refs),
                String.valueOf(micros));
    }
}

package io.handsel.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.handsel.routes.Recipes.Call;
import io.handsel.routes.Recipes.Recipe;
import io.handsel.routes.Routes.Route;
import io.handsel.routes.Visitor.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Double click, retry and back button on every POST route: one effect, and all get the same answer. */
@RouteProof
class OncePerKeyEverywhereIT {

    private static final int A_DOZEN = 12;
    private static final int FIFTY = 50;

    @Autowired
    Routes routes;

    @Autowired
    Recipes recipes;

    @Autowired
    Rows rows;

    @Autowired
    RouteWorld world;

    @BeforeEach
    void open() {
        world.open();
    }

    @TestFactory
    Stream<DynamicTest> a_dozen_at_once_count_once() {
        return forEach(route -> countsOnce(route, A_DOZEN));
    }

    @TestFactory
    @Tag("proof")
    Stream<DynamicTest> fifty_at_once_count_once() {
        return forEach(route -> countsOnce(route, FIFTY));
    }

    private interface Proof {
        void of(Route route) throws Exception;
    }

    private Stream<DynamicTest> forEach(Proof proof) {
        return routes.changing().map(route -> dynamicTest(route.toString(), () -> proof.of(route)));
    }

    private void countsOnce(Route route, int senders) throws Exception {
        var recipe = recipes.of(route);
        assertThat(recipe).as("no recipe for %s", route).isNotNull();
        var single = recipe.prepare();
        var before = rows.counts();
        var answer = keyed(single).send();
        assertThat(answer.gives()).as("%s: %s", route, answer).isEqualTo(!recipe.refuses());
        var effect = Rows.added(before, rows.counts());

        var many = keyed(recipe.prepare());
        before = rows.counts();
        var answers = together(senders, many::send);

        assertThat(Rows.added(before, rows.counts()))
                .as("what %d senders of one key added", senders)
                .isEqualTo(effect);
        answers.forEach(one -> assertThat(one.status()).as("%s", one).isLessThan(500));
        assertThat(told(recipe, answers)).as("answers to one key").hasSize(1);
        otherContentIsRefused(recipe, many);
    }

    private static void otherContentIsRefused(Recipe recipe, Call sent) {
        if (!recipe.refuses() && !recipe.signsOut()) {
            var file = sent.file();
            // A file of the same name and size is another file, too.
            var changed = file == null
                    ? sent.with(recipe.word(), "something else")
                    : new Call(sent.by(), sent.path(), sent.fields(), file.substring(0, file.length() - 1) + "!");
            var other = changed.send();
            assertThat(other.status()).as("same key, other content: %s", other).isEqualTo(409);
        }
    }

    private static Call keyed(Call call) {
        return call.with("_once", UUID.randomUUID().toString());
    }

    /** What the senders were told; whoever was signed out by the act may be asked to sign in again. */
    private static List<String> told(Recipe recipe, List<Answer> answers) {
        return answers.stream()
                .filter(answer -> !(recipe.signsOut() && answer.location().endsWith("/sign-in")))
                .map(Answer::said)
                .distinct()
                .toList();
    }

    private static List<Answer> together(int senders, Callable<Answer> act) throws Exception {
        var start = new CyclicBarrier(senders);
        var threads = Executors.newFixedThreadPool(senders);
        try {
            List<Future<Answer>> sent = new ArrayList<>();
            for (int i = 0; i < senders; i++) {
                sent.add(threads.submit(() -> {
                    start.await();
                    return act.call();
                }));
            }
            List<Answer> answers = new ArrayList<>();
            for (var answer : sent) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}

package io.handsel.accounts.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiveIndexTests {

    private static final List<String> FIRST = List.of(
            "Amber", "Birch", "Cedar", "Delta", "Ember", "Falcon", "Granite", "Hazel", "Indigo", "Juniper", "Kestrel");
    private static final List<String> SECOND =
            List.of("Bakery", "Logistics", "Dental", "University", "Consulting", "Research", "Motors");

    /** The work of renewing the big shelf, done when the test says so. */
    private final ArrayDeque<Runnable> besides = new ArrayDeque<>();

    private final LiveIndex index = LiveIndex.of(
            IntStream.range(0, 200).mapToObj(LiveIndexTests::account).iterator(), read -> {}, besides::add);

    private static KnownAccount account(int i) {
        return account(i, FIRST.get(i % 11) + FIRST.get(i / 11 % 11).toLowerCase() + i + " " + SECOND.get(i % 7));
    }

    private static KnownAccount account(int i, String name) {
        return new KnownAccount("account" + i, List.of(name), i % 2 == 0 ? "DE" : "GB", "");
    }

    private List<String> likely(String name) {
        return index.recognise(new NameQuestion(name, "", "")).likely().stream()
                .filter(likely -> likely.probability() >= MatchVerdict.FREE_BELOW)
                .map(LikelyAccount::id)
                .toList();
    }

    @Test
    void tells_how_many_accounts_have_been_read() {
        var told = new ArrayList<Long>();

        LiveIndex.of(List.of(account(1), account(2)).iterator(), told::add);

        assertThat(told).containsExactly(1L, 2L);
    }

    @Test
    void knows_an_account_as_soon_as_it_is_added() {
        index.put(account(900, "Quillfeather Saddlery"));

        assertThat(likely("Quillfeather Saddlery")).containsExactly("account900");
        assertThat(index.accounts()).isEqualTo(201);
    }

    @Test
    void knows_an_account_by_its_new_name_only() {
        var before = account(3).names().get(0);

        index.put(account(3, "Quillfeather Saddlery"));

        assertThat(likely("Quillfeather Saddlery")).containsExactly("account3");
        assertThat(likely(before)).doesNotContain("account3");
        assertThat(index.accounts()).isEqualTo(200);
    }

    @Test
    void forgets_an_account_that_is_removed() {
        index.remove("account3");
        index.put(account(900, "Quillfeather Saddlery"));
        index.remove("account900");
        index.remove("nobody");

        assertThat(likely(account(3).names().get(0))).doesNotContain("account3");
        assertThat(likely("Quillfeather Saddlery")).isEmpty();
        assertThat(index.accounts()).isEqualTo(199);
    }

    @Test
    void takes_an_account_that_was_put_twice_for_one_of_its_name() {
        index.put(account(3));
        index.put(account(3));

        var likely = index.recognise(new NameQuestion(account(3).names().get(0), "GB", ""))
                .likely()
                .get(0);

        assertThat(likely.id()).isEqualTo("account3");
        assertThat(likely.evidence()).doesNotContain(Evidence.SEVERAL_OF_THIS_NAME);
    }

    @Test
    void keeps_what_changed_while_everything_is_put_on_a_new_shelf() {
        for (int i = 300; i < 300 + 51; i++) {
            index.put(account(i));
        }
        assertThat(besides).hasSize(1);
        index.put(account(500));
        index.put(account(301, "Quillfeather Saddlery"));
        index.remove("account302");
        index.remove("account5");

        besides.remove().run();

        assertThat(index.accounts()).isEqualTo(200 + 51 + 1 - 2);
        assertThat(likely(account(300).names().get(0))).contains("account300");
        assertThat(likely(account(500).names().get(0))).contains("account500");
        assertThat(likely("Quillfeather Saddlery")).containsExactly("account301");
        assertThat(likely(account(302).names().get(0))).doesNotContain("account302");
        assertThat(likely(account(5).names().get(0))).doesNotContain("account5");
    }

    @Test
    void can_grow_again_after_it_was_renewed() {
        for (int i = 300; i < 300 + 400; i++) {
            index.put(account(i));
            if (besides.size() > 0) {
                besides.remove().run();
            }
        }

        assertThat(index.accounts()).isEqualTo(600);
        for (int i = 300; i < 700; i += 37) {
            assertThat(likely(account(i).names().get(0))).contains("account" + i);
        }
    }

    @Test
    void answers_after_any_changes_as_if_built_from_what_is_left() {
        var random = new Random(3);
        var left = new TreeMap<String, KnownAccount>();
        IntStream.range(0, 200).forEach(i -> left.put("account" + i, account(i)));
        for (int step = 0; step < 300; step++) {
            int i = random.nextInt(300);
            if (random.nextInt(3) == 0) {
                left.remove("account" + i);
                index.remove("account" + i);
            } else {
                var account = account(i, account(random.nextInt(300)).names().get(0) + " " + step);
                left.put(account.id(), account);
                index.put(account);
            }
            if (random.nextInt(40) == 0 && besides.size() > 0) {
                besides.remove().run();
            }
        }

        assertThat(index.accounts()).isEqualTo(left.size());
        for (var account : left.values()) {
            assertThat(index.recognise(new NameQuestion(account.names().get(0), account.country(), ""))
                            .likely()
                            .get(0)
                            .id())
                    .isEqualTo(account.id());
        }
        for (int i = 0; i < 300; i++) {
            if (!left.containsKey("account" + i)) {
                assertThat(likely(account(i).names().get(0))).doesNotContain("account" + i);
            }
        }
    }

    @Test
    void answers_many_threads_while_one_changes_accounts() throws Exception {
        var busy = LiveIndex.of(
                IntStream.range(0, 200).mapToObj(LiveIndexTests::account).iterator(), read -> {});
        var stop = new AtomicBoolean();
        var asked = new CountDownLatch(4 * 50);
        Callable<Integer> asking = () -> {
            int wrong = 0;
            for (int i = 0; !stop.get(); i = (i + 1) % 200) {
                // Accounts below 200 are put again and again under the same name: each must always be found.
                var answers = busy.recognise(
                        new NameQuestion(account(i).names().get(0), account(i).country(), ""));
                wrong += answers.likely().isEmpty()
                                || !answers.likely().get(0).id().equals("account" + i)
                        ? 1
                        : 0;
                asked.countDown();
            }
            return wrong;
        };
        var threads = Executors.newFixedThreadPool(4);
        try {
            var askers = IntStream.range(0, 4)
                    .mapToObj(thread -> threads.submit(asking))
                    .toList();
            for (int i = 0; (i < 400 || asked.getCount() > 0) && askers.stream().noneMatch(Future::isDone); i++) {
                busy.put(account(i % 200));
                busy.put(account(1_000 + i % 300));
                busy.remove("account" + (1_000 + (i + 150) % 300));
            }
            stop.set(true);
            for (var asker : askers) {
                assertThat(asker.get()).isZero();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}

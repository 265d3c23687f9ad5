package io.handsel.forms;

import static io.handsel.forms.FormFixtures.FEEL;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class FeelTests {

    @Test
    void gives_plain_json_values() {
        assertThat(FEEL.evaluate("{a: [1, \"x\", null], d: date(\"2026-01-05\"), t: 0.1 + 0.2}", Map.of()))
                .isEqualTo(Map.of("a", Arrays.asList(1L, "x", null), "d", "2026-01-05", "t", new BigDecimal("0.3")));
    }

    @Test
    void is_null_where_form_js_is() {
        assertThat(FEEL.evaluate("a >", Map.of())).isNull();
        assertThat(FEEL.evaluate("unknown", Map.of())).isNull();
    }

    @Test
    void null_holds_and_nonsense_does_not() {
        Map<String, Object> empty = new HashMap<>();
        empty.put("amount", null);

        assertThat(FEEL.holds("amount > 5", empty)).isTrue();
        assertThat(FEEL.holds("amount >", empty)).isFalse();
        assertThat(FEEL.holds("amount != null and amount > 5", empty)).isFalse();
    }

    @Test
    void reaches_no_java() {
        assertThat(
                        FEEL.complaint(
                                "{f: function(x) external {java: {class: \"java.lang.Math\", method signature: \"abs(int)\"}}, r: f(-1)}.r"))
                .isPresent();
        assertThat(FEEL.evaluate("name.getClass().getName()", Map.of("name", "x")))
                .isNull();
        assertThat(FEEL.evaluate("\"\".getBytes()", Map.of())).isNull();
    }

    @Test
    void says_the_readers_day_and_hour_by_the_applications_clock() {
        var moment = new AtomicReference<>(Instant.parse("2026-03-02T20:00:00Z"));
        InstantSource source = moment::get;
        var feel = new Feel(source.withZone(ZoneOffset.UTC), FormSettings.DEFAULTS);
        var auckland = feel.in(ZoneId.of("Pacific/Auckland"));

        assertThat(feel.evaluate("string(today())", Map.of())).isEqualTo("2026-03-02");
        assertThat(auckland.evaluate("string(today())", Map.of())).isEqualTo("2026-03-03");
        assertThat(auckland.evaluate("string(time(now()))", Map.of())).isEqualTo("09:00:00@Pacific/Auckland");
        assertThat(auckland.holds("today() > date(\"2026-03-02\")", Map.of())).isTrue();
        moment.set(Instant.parse("2026-03-03T20:00:00Z"));
        assertThat(auckland.evaluate("string(today())", Map.of())).isEqualTo("2026-03-04");
        feel.destroy();
    }

    @Test
    void ends_what_runs_too_long_and_does_not_try_again() {
        Feel hurried =
                new Feel(FormFixtures.CLOCK, new FormSettings(Duration.ofMillis(200), DataSize.ofMegabytes(1), 1));
        Map<String, Object> many = Map.of("l", new ArrayList<>(Collections.nCopies(2_000, 1)));
        String slow = "count(for a in l, b in l return a + b) > 0";

        long began = System.nanoTime();
        assertThat(hurried.evaluate(slow, many)).isNull();
        assertThat(hurried.evaluate(slow, many)).isNull();
        assertThat(hurried.evaluate("1 + 1", Map.of())).isEqualTo(2L);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        hurried.destroy();
    }

    @Test
    void serves_many_threads_with_one_reading() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Long>> work = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                int mine = thread * 1_000;
                work.add(() -> IntStream.range(mine, mine + 200)
                        .filter(n -> !Long.valueOf(n * 2 + 3)
                                .equals(FEEL.evaluate("n * 2 + count([1, 2, 3])", Map.of("n", n))))
                        .count());
            }
            for (Future<Long> wrong : pool.invokeAll(work)) {
                assertThat(wrong.get()).isZero();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}

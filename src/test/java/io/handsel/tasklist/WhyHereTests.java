package io.handsel.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.engine.ProcessKey;
import io.handsel.kernel.Money;
import io.handsel.security.OrganisationId;
import io.handsel.tasklist.WhyHere.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WhyHereTests {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void the_clock_says_where_a_task_stands() {
        assertThat(reason(entry(NOW, NOW.minus(HOUR), null, "10"))).isEqualTo(Reason.LATE);
        assertThat(reason(entry(NOW, NOW.plus(HOUR), null, "10"))).isEqualTo(Reason.DUE);
        assertThat(reason(entry(NOW, null, null, "10"))).isEqualTo(Reason.NO_CLOCK);
        assertThat(reason(entry(NOW, NOW.minus(HOUR), NOW.plus(HOUR), "10"))).isEqualTo(Reason.PUT_ASIDE);
        assertThat(reason(entry(NOW, null, NOW, "10"))).isEqualTo(Reason.NO_CLOCK);
    }

    @Test
    void one_of_several_is_worth_the_most_and_one_waits_longest() {
        var old = entry(NOW.minus(HOUR), NOW, null, "10");
        var dear = entry(NOW, NOW, null, "90000");
        var page = List.of(old, dear);

        assertThat(WhyHere.of(old, page, NOW)).isEqualTo(new WhyHere(Reason.DUE, false, true));
        assertThat(WhyHere.of(dear, page, NOW)).isEqualTo(new WhyHere(Reason.DUE, true, false));
    }

    @Test
    void nothing_is_said_of_equals_of_one_alone_or_of_several_currencies() {
        var one = entry(NOW, NOW, null, "10");
        var twin = entry(NOW, NOW, null, "10");
        var foreign = entry(NOW.plus(HOUR), NOW, null, null);

        assertThat(WhyHere.of(one, List.of(one, twin), NOW)).isEqualTo(new WhyHere(Reason.DUE, false, false));
        assertThat(WhyHere.of(one, List.of(one), NOW)).isEqualTo(new WhyHere(Reason.DUE, false, false));
        assertThat(WhyHere.of(one, List.of(twin), NOW)).isEqualTo(new WhyHere(Reason.DUE, false, false));
        assertThat(WhyHere.of(one, List.of(one, foreign), NOW)).isEqualTo(new WhyHere(Reason.DUE, false, true));
    }

    private static Reason reason(TaskEntry entry) {
        return WhyHere.of(entry, List.of(entry), NOW).reason();
    }

    private static TaskEntry entry(
            Instant created, @Nullable Instant due, @Nullable Instant followUp, @Nullable String euros) {
        return new TaskEntry(
                UUID.randomUUID().toString(),
                ProcessKey.of("errand"),
                "DecideErrand",
                "Decide the errand",
                "case",
                "Seats",
                OrganisationId.create(),
                "Acme Resale",
                "South",
                euros == null ? Money.of("5", "USD") : Money.euros(euros),
                "standard",
                Set.of("manager"),
                null,
                null,
                created,
                due,
                followUp,
                50,
                1,
                created);
    }
}

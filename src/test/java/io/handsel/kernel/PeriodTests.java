package io.handsel.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PeriodTests {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final Period day = Period.of(Duration.ofDays(1), START);

    @Test
    void contains_its_start_and_not_its_end() {
        assertThat(day.contains(START)).isTrue();
        assertThat(day.contains(day.end().minusNanos(1))).isTrue();
        assertThat(day.contains(day.end())).isFalse();
        assertThat(day.contains(START.minusNanos(1))).isFalse();
    }

    @Test
    void periods_that_only_touch_do_not_overlap() {
        assertThat(day.overlaps(Period.of(Duration.ofDays(1), day.end()))).isFalse();
        assertThat(day.overlaps(Period.of(Duration.ofDays(2), START.minus(Duration.ofDays(1)))))
                .isTrue();
        assertThat(day.overlaps(day)).isTrue();
    }

    @Test
    void must_end_after_it_starts() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Period(START, START));
        assertThatIllegalArgumentException().isThrownBy(() -> day.until(START.minusSeconds(1)));
    }
}

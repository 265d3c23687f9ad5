package io.handsel.deals.process;

import static io.handsel.deals.DealFixtures.aDeal;
import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.deals.DealClock;
import io.handsel.deals.DealFixtures;
import io.handsel.deals.DealOverview;
import io.handsel.deals.process.DealDesk.Registered;
import io.handsel.partner.PartnerOutcome.Done;
import io.handsel.partner.ServiceLevels;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The clock of a deal goes by the service level that counts for its partner when the clock is set. */
@DealProcessTest
class ServiceLevelClockTests {

    private static final Instant IN_EIGHT_WORKING_HOURS = Instant.parse("2026-03-03T09:00:00Z");
    private static final Instant IN_SIXTEEN_WORKING_HOURS = Instant.parse("2026-03-04T09:00:00Z");

    @Autowired
    DealDesk desk;

    @Autowired
    DealFixtures fixtures;

    @Autowired
    DealOverview overview;

    @Autowired
    ServiceLevels levels;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void monday_10_in_berlin() {
        clock.moveTo(MovableClock.START);
    }

    @Test
    void a_clock_that_runs_keeps_what_was_promised_and_the_next_one_follows_the_override() {
        var partner = fixtures.partner();
        var sales = fixtures.sales(partner);
        var before = desk.register(partner, sales, aDeal().deal());
        assertThat(answerDue(before)).isEqualTo(IN_SIXTEEN_WORKING_HOURS);

        assertThat(levels.override(
                        fixtures.actor(partner.manager()), partner.id(), "premium", "They take over a large account."))
                .isInstanceOf(Done.class);

        assertThat(answerDue(before)).isEqualTo(IN_SIXTEEN_WORKING_HOURS);
        var after = desk.register(partner, sales, aDeal().deal());
        assertThat(answerDue(after)).isEqualTo(IN_EIGHT_WORKING_HOURS);
        desk.itIs("2026-03-03T09:00:00Z");
        assertThat(desk.path(after)).as("escalated in time").contains("TellDirectorOverdue");
        assertThat(desk.path(before)).doesNotContain("TellDirectorOverdue");
    }

    private Instant answerDue(Registered registered) {
        var running = Objects.requireNonNull(
                overview.details(registered.sales(), registered.deal()).clock());
        assertThat(running.kind()).isEqualTo(DealClock.Kind.ANSWER);
        return running.due();
    }
}

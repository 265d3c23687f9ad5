package io.handsel.programs;

import static io.handsel.programs.ProgramWorld.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.deals.DealAction;
import io.handsel.deals.DealStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Case D15, Yandex Cloud: approval within 20 working days, then 60 days to create the customer. */
@ProgramTest
class YandexCloudTests {

    private static final String PROGRAM = "yandex-cloud";

    @Autowired
    ProgramWorld world;

    @Test
    void the_answer_is_due_within_twenty_working_days() {
        var seller = world.seller();
        var deal = world.register(seller, sheet(PROGRAM)).taken();

        // Four weeks, in which the clocks go forward.
        assertThat(world.details(seller, deal).answerBy()).isEqualTo(Instant.parse("2026-03-30T08:00:00Z"));
        world.pass(Duration.ofDays(60));
        assertThat(world.details(seller, deal).status()).isEqualTo(DealStatus.IN_REVIEW);
    }

    @Test
    void sixty_days_from_the_approval_on_the_customer_must_have_been_created() {
        var seller = world.seller();
        var deal = world.register(seller, sheet(PROGRAM)).taken();
        world.pass(Duration.ofDays(7));
        world.approve(seller, deal);

        assertThat(world.details(seller, deal).protectedUntil()).isEqualTo(Instant.parse("2026-05-08T22:00:00Z"));
        assertThat(world.details(seller, deal).actions())
                .contains(DealAction.CLOSE_WON)
                .doesNotContain(DealAction.REQUEST_EXTENSION);
        world.clockShows(Instant.parse("2026-05-08T21:59:59Z"));
        assertThat(world.win(seller, deal).problems()).isEmpty();

        var late = world.register(seller, sheet(PROGRAM).forAnotherCustomer()).taken();
        world.approve(seller, late);
        world.pass(Duration.ofDays(61));
        // The reminder rang with it; the end is the next to ring.
        world.pass(Duration.ofMinutes(2));
        assertThat(world.details(seller, late).status()).isEqualTo(DealStatus.EXPIRED);
        assertThat(world.details(seller, late).actions()).doesNotContain(DealAction.FILE_CHOICE);
    }
}

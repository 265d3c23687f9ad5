package io.handsel.programs;

import static io.handsel.programs.ProgramWorld.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.deals.DealStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Case D10, HubSpot referral: 25 domains at a time, 90 days each. */
@ProgramTest
class HubSpotReferralTests {

    @Autowired
    ProgramWorld world;

    private static final String PROGRAM = "hubspot-referral";

    @Test
    void twenty_five_at_a_time_each_for_ninety_days() {
        var seller = world.seller();
        for (int count = 0; count < 24; count++) {
            world.register(seller, sheet(PROGRAM)).taken();
        }
        world.pass(Duration.ofDays(1));
        var last = world.register(seller, sheet(PROGRAM)).taken();

        assertThat(world.details(seller, last).status()).isEqualTo(DealStatus.APPROVED);
        assertThat(world.details(seller, last).protectedUntil()).isEqualTo(Instant.parse("2026-06-01T22:00:00Z"));
        assertThat(world.register(seller, sheet(PROGRAM)).problems())
                .containsExactly("You have 25 open deals, as many as the program allows. Close or withdraw one first.");
    }

    @Test
    void there_is_room_again_the_moment_the_first_protections_end() {
        var seller = world.seller();
        for (int count = 0; count < 25; count++) {
            world.register(seller, sheet(PROGRAM)).taken();
        }

        world.clockShows(Instant.parse("2026-05-31T21:59:59Z"));
        assertThat(world.register(seller, sheet(PROGRAM)).problems()).hasSize(1);
        world.clockShows(Instant.parse("2026-05-31T22:00:00Z"));
        var next = world.register(seller, sheet(PROGRAM)).taken();

        assertThat(world.details(seller, next).status()).isEqualTo(DealStatus.APPROVED);
    }
}

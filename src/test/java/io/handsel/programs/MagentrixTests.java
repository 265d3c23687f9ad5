package io.handsel.programs;

import static io.handsel.programs.ProgramWorld.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.deals.DealAction;
import io.handsel.deals.RequestState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Case D17, Magentrix: no extension, one, or as many as wanted but none while one waits. */
@ProgramTest
class MagentrixTests {

    @Autowired
    ProgramWorld world;

    @Test
    void none() {
        var seller = world.seller();
        var deal = world.register(seller, sheet("magentrix-none")).taken();

        assertThat(world.details(seller, deal).actions()).doesNotContain(DealAction.REQUEST_EXTENSION);
        assertThat(world.askForExtension(seller, deal).problems()).hasSize(1);
    }

    @Test
    void once() {
        var seller = world.seller();
        var deal = world.register(seller, sheet("magentrix-once")).taken();

        assertThat(world.askForExtension(seller, deal).problems()).isEmpty();
        world.approve(seller, deal);

        assertThat(world.details(seller, deal).protectedUntil()).isEqualTo(Instant.parse("2026-07-30T22:00:00Z"));
        assertThat(world.askForExtension(seller, deal).problems()).hasSize(1);
    }

    @Test
    void as_many_as_wanted_but_none_while_one_waits() {
        var seller = world.seller();
        var deal = world.register(seller, sheet("magentrix-unlimited")).taken();

        for (var end : List.of("2026-07-30T22:00:00Z", "2026-09-28T22:00:00Z", "2026-11-27T23:00:00Z")) {
            assertThat(world.askForExtension(seller, deal).problems()).isEmpty();
            assertThat(world.details(seller, deal).extension()).isEqualTo(RequestState.WAITING);
            assertThat(world.askForExtension(seller, deal).problems()).hasSize(1);
            world.approve(seller, deal);
            assertThat(world.details(seller, deal).protectedUntil()).isEqualTo(Instant.parse(end));
        }
    }
}

package io.handsel.programs;

import static io.handsel.programs.ProgramWorld.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.deals.DealStatus;
import io.handsel.deals.RejectionReason;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Case D6, Nightfall: above 6,000 USD; first complete and accurate; RFP only approved before; one deal, one end user. */
@ProgramTest
class NightfallTests {

    @Autowired
    ProgramWorld world;

    private static ProgramWorld.Sheet nightfall() {
        return sheet("nightfall").with("amount", "7000").with("currency", "USD").with("buysFor", "itself");
    }

    @Test
    void takes_deals_above_six_thousand_dollars() {
        var seller = world.seller();

        assertThat(world.register(seller, nightfall().with("amount", "6000")).problems())
                .hasSize(1);
        assertThat(world.register(seller, nightfall().with("amount", "4500").with("currency", "EUR"))
                        .problems())
                .containsExactly("Value: The program takes deals from 6000.00 USD on.");
        world.register(seller, nightfall().with("amount", "6000.01")).taken();
    }

    @Test
    void who_is_first_with_everything_comes_first() {
        var hasty = world.seller();
        var careful = world.colleagueElsewhere();
        var sheet = nightfall();
        var incomplete = world.register(hasty, sheet).taken();
        world.decide(
                hasty,
                incomplete,
                "ReviewDeal",
                "decision",
                "ask-for-information",
                "marked",
                "contactName",
                "text",
                "Who decides there?");
        world.pass(Duration.ofMinutes(1));

        var complete = world.register(careful, sheet).taken();
        assertThat(world.details(careful, complete).status()).isEqualTo(DealStatus.IN_REVIEW);
        world.act(hasty, incomplete, "information", "contactName", "Dora Decider");
        world.pass(Duration.ofMinutes(1));

        assertThat(world.details(hasty, incomplete).rejection()).isEqualTo(RejectionReason.DUPLICATE);
        world.approve(careful, complete);
        assertThat(world.details(careful, complete).status()).isEqualTo(DealStatus.APPROVED);
    }

    @Test
    void a_request_for_proposals_counts_only_if_the_deal_was_approved_before_it_was_published() {
        var seller = world.seller();
        var announced = nightfall().with("rfp", "true");

        assertThat(world.register(seller, announced.with("rfpPublished", "2026-03-01"))
                        .problems())
                .isNotEmpty();
        var early = world.register(seller, announced.with("rfpPublished", "2026-03-20"))
                .taken();
        world.approve(seller, early);
        assertThat(world.details(seller, early).status()).isEqualTo(DealStatus.APPROVED);
        var late = world.register(seller, announced.forAnotherCustomer().with("rfpPublished", "2026-03-04"))
                .taken();
        world.pass(Duration.ofDays(3));
        assertThat(world.refuses(seller, late, "ReviewDeal", "decision", "approve"))
                .isNotEmpty();
    }

    @Test
    void one_deal_is_for_one_end_user() {
        var seller = world.seller();

        var several =
                world.register(seller, nightfall().with("buysFor", "several")).taken();

        assertThat(world.details(seller, several).rejection()).isEqualTo(RejectionReason.INSUFFICIENT_INFORMATION);
    }
}

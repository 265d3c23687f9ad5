package io.handsel.programs;

import static io.handsel.programs.ProgramWorld.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.deals.DealClosing;
import io.handsel.deals.DealId;
import io.handsel.deals.DealOutcome;
import io.handsel.deals.DealRefusal;
import io.handsel.deals.DealStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Case D20, Microsoft co-sell (2021): answer within 14 days, final ends, a win within 72 hours may be rejected. */
@ProgramTest
class MicrosoftCoSellTests {

    @Autowired
    ProgramWorld world;

    private static final String PROGRAM = "microsoft-cosell";

    @Autowired
    DealClosing closing;

    @Test
    void expires_when_nobody_answers_within_fourteen_days_of_the_calendar() {
        var seller = world.seller();
        var deal = world.register(seller, sheet(PROGRAM)).taken();
        assertThat(world.details(seller, deal).answerBy()).isEqualTo(MovableClock.START.plus(Duration.ofDays(14)));

        world.pass(Duration.ofDays(14).minusSeconds(1));
        assertThat(world.details(seller, deal).status()).isEqualTo(DealStatus.IN_REVIEW);
        world.pass(Duration.ofSeconds(1));
        assertThat(world.details(seller, deal).status()).isEqualTo(DealStatus.EXPIRED);
        assertThat(world.waiting(deal)).isEmpty();
    }

    @Test
    void what_is_expired_declined_or_lost_stays_so() {
        var seller = world.seller();
        var expired = world.register(seller, sheet(PROGRAM)).taken();
        world.pass(Duration.ofDays(14));
        var declinedSheet = sheet(PROGRAM);
        var declined = world.register(seller, declinedSheet).taken();
        world.decide(seller, declined, "ReviewDeal", "decision", "reject", "reason", "too-early");
        var lost = approved(seller);
        world.act(seller, lost, "lost", "reason", "PRICE");

        assertThat(world.details(seller, expired).status()).isEqualTo(DealStatus.EXPIRED);
        assertThat(world.details(seller, declined).status()).isEqualTo(DealStatus.REJECTED);
        assertThat(world.details(seller, lost).status()).isEqualTo(DealStatus.LOST);
        assertThat(List.of(expired, declined, lost))
                .allSatisfy(deal ->
                        assertThat(world.details(seller, deal).actions()).isEmpty());
        assertThat(world.resubmit(seller, declined, declinedSheet).problems()).hasSize(1);
    }

    @Test
    void a_win_within_seventy_two_hours_may_be_rejected() {
        var seller = world.seller();
        var deal = approved(seller);
        world.pass(Duration.ofHours(72).minusSeconds(1));
        world.win(seller, deal);

        assertThat(closing.reverseWin(world.manager(seller), deal, "Sold before it was registered"))
                .isInstanceOf(DealOutcome.Done.class);
        assertThat(world.details(seller, deal).status()).isEqualTo(DealStatus.LOST);
    }

    @Test
    void a_later_win_is_final() {
        var seller = world.seller();
        var deal = approved(seller);
        world.pass(Duration.ofHours(72));
        world.win(seller, deal);

        assertThat(closing.reverseWin(world.manager(seller), deal, "We think otherwise now"))
                .isEqualTo(new DealOutcome.Refused(DealRefusal.REVERSAL_NOT_OFFERED));
        assertThat(world.details(seller, deal).status()).isEqualTo(DealStatus.WON);
    }

    private DealId approved(ProgramWorld.Seller seller) {
        var deal = world.register(seller, sheet(PROGRAM)).taken();
        world.approve(seller, deal);
        return deal;
    }
}

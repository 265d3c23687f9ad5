package io.handsel.deals.process;

import static io.handsel.deals.DealFixtures.aDeal;
import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.deals.AmendDeal;
import io.handsel.deals.DealClosing;
import io.handsel.deals.DealDetails;
import io.handsel.deals.DealFixtures;
import io.handsel.deals.DealOutcome;
import io.handsel.deals.DealOutcome.Done;
import io.handsel.deals.DealOutcome.Refused;
import io.handsel.deals.DealOverview;
import io.handsel.deals.DealProtection;
import io.handsel.deals.DealRefusal;
import io.handsel.deals.DealStage;
import io.handsel.deals.DealStatus;
import io.handsel.deals.LoseDeal;
import io.handsel.deals.LossReason;
import io.handsel.deals.RegisterDeal;
import io.handsel.deals.RequestExtension;
import io.handsel.deals.RequestState;
import io.handsel.deals.UpdateDeal;
import io.handsel.deals.process.DealDesk.Registered;
import io.handsel.engine.ProcessCoverage;
import io.handsel.tasklist.DecisionOutcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a partner asks for while a deal is protected: more time, or another deal than was approved. */
@DealProcessTest
class DealRequestProcessTests {

    @Autowired
    DealDesk desk;

    @Autowired
    DealFixtures fixtures;

    @Autowired
    DealProtection protection;

    @Autowired
    DealClosing closing;

    @Autowired
    DealOverview overview;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void monday_10_in_berlin() {
        clock.moveTo(MovableClock.START);
    }

    @AfterAll
    static void no_element_is_left_out(@Autowired ProcessEngine engine) {
        ProcessCoverage.of(engine, DealExtensionContract.KEY, DealAmendmentContract.KEY)
                .assertAtLeast(95);
    }

    @Test
    void an_extension_adds_its_days_to_the_end_and_is_granted_once() {
        var deal = approved();

        assertThat(extend(deal)).isInstanceOf(Done.class);
        desk.itIs("2026-03-02T09:00:00Z");
        assertThat(extend(deal)).isEqualTo(new Refused(DealRefusal.EXTENSION_WAITING));
        desk.managerApproves(deal);

        assertThat(details(deal).extension()).isEqualTo(RequestState.GRANTED);
        assertThat(details(deal).protectedUntil()).isEqualTo("2026-07-30T22:00:00Z");
        assertThat(extend(deal)).isEqualTo(new Refused(DealRefusal.EXTENSION_USED));
    }

    @Test
    void a_declined_extension_leaves_the_end_and_cannot_ask_back() {
        var deal = approved();
        extend(deal);
        desk.itIs("2026-03-02T09:00:00Z");

        assertThat(desk.review(deal, desk.managerOf(deal), "ask-for-information", null, "need"))
                .isEqualTo(DecisionOutcome.refused("deals.refused.NOT_IN_THIS_STATE", "decision"));
        desk.review(deal, desk.managerOf(deal), "reject", "too-early");

        assertThat(details(deal).extension()).isEqualTo(RequestState.DECLINED);
        assertThat(details(deal).protectedUntil()).isEqualTo("2026-05-31T22:00:00Z");
        assertThat(desk.status(deal)).isEqualTo(DealStatus.APPROVED);
    }

    @Test
    void who_asks_in_time_is_protected_until_somebody_could_have_answered() {
        var deal = approved();
        for (var day : new String[] {"2026-03-30", "2026-04-27", "2026-05-25"}) {
            desk.itIs(day + "T10:00:00Z");
            update(deal);
        }
        desk.itIs("2026-05-29T10:00:00Z");
        extend(deal);
        desk.itIs("2026-05-29T10:00:00Z");
        desk.itIs("2026-05-31T22:01:00Z");

        assertThat(desk.status(deal)).isEqualTo(DealStatus.APPROVED);
        desk.itIs("2026-06-03T11:00:00Z");
        assertThat(details(deal).extension()).isEqualTo(RequestState.GRANTED);
    }

    @Test
    void what_comes_after_the_end_is_too_late_even_before_the_process_has_ended_it() {
        var deal = approved();
        for (var day : new String[] {"2026-03-30", "2026-04-27", "2026-05-25"}) {
            desk.itIs(day + "T10:00:00Z");
            update(deal);
        }

        clock.moveTo(Instant.parse("2026-05-31T22:00:00Z"));

        assertThat(desk.status(deal)).isEqualTo(DealStatus.APPROVED);
        var tooLate = new Refused(DealRefusal.NOT_IN_THIS_STATE);
        assertThat(extend(deal)).isEqualTo(tooLate);
        assertThat(amend(deal, "7500")).isEqualTo(tooLate);
        assertThat(update(deal)).isEqualTo(tooLate);
        assertThat(closing.lose(deal.sales(), deal.deal(), new LoseDeal(LossReason.PRICE, null)))
                .isEqualTo(tooLate);
        assertThat(details(deal).actions()).isEmpty();
        clock.moveTo(Instant.parse("2026-05-31T21:59:59Z"));
        assertThat(extend(deal)).isInstanceOf(Done.class);
    }

    @Test
    void a_closed_deal_needs_no_decision_any_more() {
        var deal = approved();
        extend(deal);
        amend(deal, "7500");
        desk.itIs("2026-03-02T09:00:00Z");
        assertThat(desk.waiting(deal)).isNotEmpty();

        closing.lose(deal.sales(), deal.deal(), new LoseDeal(LossReason.PRICE, null));

        assertThat(desk.waiting(deal)).isEmpty();
        assertThat(desk.isRunning(deal)).isFalse();
    }

    @Test
    void a_change_within_the_tolerance_counts_at_once() {
        var deal = approved();

        assertThat(amend(deal, "6000")).isInstanceOf(Done.class);
        desk.itIs("2026-03-02T09:00:00Z");

        assertThat(details(deal).value()).hasToString("6000.00 EUR");
        assertThat(desk.waiting(deal)).isEmpty();
        assertThat(amend(deal, "6000")).isEqualTo(new Refused(DealRefusal.NOTHING_CHANGED));
    }

    @Test
    void a_change_beyond_the_tolerance_counts_when_it_is_approved() {
        var deal = approved();

        amend(deal, "15000");
        desk.itIs("2026-03-02T09:00:00Z");
        assertThat(details(deal).value()).hasToString("5000.00 EUR");
        assertThat(amend(deal, "16000")).isEqualTo(new Refused(DealRefusal.AMENDMENT_WAITING));
        desk.managerApproves(deal);

        assertThat(details(deal).value()).hasToString("15000.00 EUR");
        assertThat(details(deal).amendment()).isEqualTo(RequestState.GRANTED);
    }

    @Test
    void a_declined_change_changes_nothing() {
        var deal = approved();
        amend(deal, "15000");
        desk.itIs("2026-03-02T09:00:00Z");

        desk.review(deal, desk.managerOf(deal), "reject", "too-early");

        assertThat(details(deal).value()).hasToString("5000.00 EUR");
        assertThat(details(deal).amendment()).isEqualTo(RequestState.DECLINED);
        assertThat(desk.status(deal)).isEqualTo(DealStatus.APPROVED);
    }

    @Test
    void another_customer_is_claimed_only_if_it_is_free() {
        var taken = aDeal();
        desk.register(taken);
        var deal = approved();
        var wish = taken.deal();
        protection.amend(
                deal.sales(),
                deal.deal(),
                new AmendDeal(
                        wish.customer(),
                        wish.website(),
                        wish.products(),
                        new BigDecimal("5000"),
                        "EUR",
                        "The mother company buys."));
        desk.itIs("2026-03-02T09:00:00Z");

        desk.managerApproves(deal);

        assertThat(desk.path(deal)).contains("AccountTaken", "DeclineAmendment");
        assertThat(details(deal).registration().customer()).isNotEqualTo(wish.customer());
        assertThat(desk.status(deal)).isEqualTo(DealStatus.APPROVED);
    }

    @Test
    void another_free_customer_is_claimed_in_place_of_the_first() {
        var first = aDeal().worth("5000");
        var deal = desk.register(first);
        var other = aDeal().deal();
        protection.amend(
                deal.sales(),
                deal.deal(),
                new AmendDeal(
                        other.customer(),
                        other.website(),
                        other.products(),
                        new BigDecimal("5000"),
                        "EUR",
                        "A spin-off."));
        desk.itIs("2026-03-02T09:00:00Z");

        desk.managerApproves(deal);

        assertThat(details(deal).registration().customer()).isEqualTo(other.customer());
        var next = desk.register(first);
        assertThat(desk.status(next)).isEqualTo(DealStatus.APPROVED);
    }

    private Registered approved() {
        var deal = desk.register(aDeal().worth("5000"));
        assertThat(desk.status(deal)).isEqualTo(DealStatus.APPROVED);
        return deal;
    }

    private DealDetails details(Registered deal) {
        return overview.details(deal.sales(), deal.deal());
    }

    private DealOutcome extend(Registered deal) {
        return protection.requestExtension(
                deal.sales(),
                deal.deal(),
                new RequestExtension("The budget is released in summer.", LocalDate.of(2026, 7, 15)));
    }

    private DealOutcome amend(Registered deal, String amount) {
        RegisterDeal now = details(deal).registration();
        return protection.amend(
                deal.sales(),
                deal.deal(),
                new AmendDeal(
                        now.customer(), now.website(), now.products(), new BigDecimal(amount), "EUR", "More seats."));
    }

    private DealOutcome update(Registered deal) {
        return protection.update(
                deal.sales(), deal.deal(), new UpdateDeal(DealStage.PROPOSE, "Send the proposal", null, null, null));
    }
}

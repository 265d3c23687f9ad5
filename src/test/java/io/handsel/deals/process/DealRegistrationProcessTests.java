package io.handsel.deals.process;

import static io.handsel.deals.DealFixtures.aDeal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handsel.CompanyNames;
import io.handsel.MovableClock;
import io.handsel.accounts.AccountClaims;
import io.handsel.accounts.AccountQuestion;
import io.handsel.accounts.AccountRegister;
import io.handsel.accounts.AccountReservations;
import io.handsel.accounts.ClaimEnd;
import io.handsel.accounts.ClaimOutcome;
import io.handsel.accounts.ClaimPurpose;
import io.handsel.accounts.ClaimView;
import io.handsel.accounts.DesignateAccount;
import io.handsel.accounts.Designation;
import io.handsel.deals.DealClosing;
import io.handsel.deals.DealDetails;
import io.handsel.deals.DealFixtures;
import io.handsel.deals.DealOutcome.Done;
import io.handsel.deals.DealOutcome.Refused;
import io.handsel.deals.DealOverview;
import io.handsel.deals.DealProtection;
import io.handsel.deals.DealRefusal;
import io.handsel.deals.DealRegistration;
import io.handsel.deals.DealStage;
import io.handsel.deals.DealStatus;
import io.handsel.deals.DealTransfers;
import io.handsel.deals.LoseDeal;
import io.handsel.deals.LossReason;
import io.handsel.deals.RegisterDeal;
import io.handsel.deals.RegistrationOutcome;
import io.handsel.deals.RejectionReason;
import io.handsel.deals.ReviewVerdict;
import io.handsel.deals.TransferCause;
import io.handsel.deals.UpdateDeal;
import io.handsel.deals.WinDeal;
import io.handsel.deals.process.DealDesk.Registered;
import io.handsel.engine.BusinessKey;
import io.handsel.engine.ProcessCoverage;
import io.handsel.engine.ProcessMessages;
import io.handsel.security.Actor;
import io.handsel.security.Role;
import io.handsel.tasklist.DecisionOutcome;
import io.handsel.tasklist.DecisionOutcome.Decided;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionTemplate;

/** From the submission to the end of a deal, one test a path; together they leave no element of the diagrams out. */
@DealProcessTest
class DealRegistrationProcessTests {

    private static final String TUESDAY_10 = "2026-03-03T09:00:00Z";
    private static final String WEDNESDAY_10 = "2026-03-04T09:00:00Z";
    private static final String THURSDAY_10 = "2026-03-05T09:00:00Z";

    @Autowired
    DealDesk desk;

    @Autowired
    DealFixtures fixtures;

    @Autowired
    DealRegistration registration;

    @Autowired
    DealProtection protection;

    @Autowired
    DealClosing closing;

    @Autowired
    DealTransfers transfers;

    @Autowired
    DealOverview overview;

    @Autowired
    AccountClaims claims;

    @Autowired
    AccountReservations reservations;

    @Autowired
    AccountRegister accounts;

    @Autowired
    MovableClock clock;

    @Autowired
    ProcessMessages messages;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void monday_10_in_berlin() {
        clock.moveTo(MovableClock.START);
    }

    @AfterAll
    static void no_element_is_left_out(@Autowired ProcessEngine engine) {
        ProcessCoverage.of(
                        engine,
                        DealRegistrationContract.KEY,
                        DealReviewContract.KEY,
                        DealHigherReviewContract.KEY,
                        DealInformationContract.KEY,
                        DealProtectionContract.KEY)
                .assertAtLeast(95);
    }

    @Test
    void a_small_deal_with_a_free_customer_is_approved_by_the_table() {
        var deal = desk.register(aDeal().worth("5000"));

        assertThat(desk.status(deal)).isEqualTo(DealStatus.APPROVED);
        assertThat(desk.path(deal)).contains("DecidedByTheTable").doesNotContain("ReviewDeal");
        assertThat(claim(deal).map(ClaimView::purpose)).contains(ClaimPurpose.PROTECTION);
    }

    @Test
    void news_that_nothing_waits_for_is_a_conflict_and_no_fault() {
        var deal = desk.register(aDeal());
        var key = BusinessKey.of(deal.deal().id());

        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> messages.tell(DealInformationContract.Messages.INFORMATION_PROVIDED, key)))
                .isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void the_manager_approves_and_the_deal_is_won() {
        var deal = desk.register(aDeal());

        assertThat(claim(deal).map(ClaimView::purpose)).contains(ClaimPurpose.HOLD);
        assertThat(desk.waiting(deal)).containsExactly("ReviewDeal");
        desk.managerApproves(deal);
        assertThat(desk.status(deal)).isEqualTo(DealStatus.APPROVED);
        assertThat(details(deal).protectedUntil()).isEqualTo("2026-05-31T22:00:00Z");
        assertThat(win(deal)).isInstanceOf(Done.class);

        assertThat(desk.status(deal)).isEqualTo(DealStatus.WON);
        assertThat(desk.path(deal)).contains("ApproveRegistration", "TellPartnerApproved", "TellManagerWon", "Won");
        assertThat(desk.isRunning(deal)).isFalse();
        assertThat(free(deal)).isTrue();
    }

    @Test
    void the_manager_says_which_of_two_customers_is_meant() {
        var company = CompanyNames.next();
        var known = desk.register(aDeal().with("customer", company).with("website", "shop." + domain(company)));
        desk.managerApproves(known);
        var alike = company.substring(0, company.length() - 2) + "x";
        var unclear = desk.register(
                aDeal().with("customer", alike).with("website", domain(alike)).worth("5000"));

        assertThat(desk.waiting(unclear)).as("looked at, however small").containsExactly("ReviewDeal");
        assertThat(desk.approveFor(unclear, null))
                .isEqualTo(DecisionOutcome.refused("deals.refused.CUSTOMER_UNSETTLED", "customer"));
        var theirs = claim(known).orElseThrow().account().toString();
        assertThat(desk.approveFor(unclear, theirs))
                .isEqualTo(DecisionOutcome.refused("deals.refused.CUSTOMER_RESERVED", "customer"));
        assertThat(desk.approveFor(unclear, UUID.randomUUID().toString()))
                .as("only one of those shown")
                .isEqualTo(DecisionOutcome.refused("deals.refused.CUSTOMER_UNSETTLED", "customer"));
        assertThat(desk.approveFor(unclear, ReviewVerdict.NEW_CUSTOMER)).isInstanceOf(Decided.class);

        assertThat(desk.status(unclear)).isEqualTo(DealStatus.APPROVED);
        assertThat(claim(unclear)).hasValueSatisfying(claim -> {
            assertThat(claim.exclusive()).isTrue();
            assertThat(claim.account()).isNotEqualTo(claim(known).orElseThrow().account());
        });
        var third = desk.register(aDeal().with("customer", alike).with("website", domain(alike)));
        assertThat(desk.status(third)).as("beyond doubt from now on").isEqualTo(DealStatus.REJECTED);
    }

    @Test
    void a_deal_of_a_customer_in_doubt_is_never_approved_by_silence() {
        var company = CompanyNames.next();
        var known = desk.register(aDeal().with("customer", company));
        desk.review(known, desk.managerOf(known), "reject", "too-early");
        var alike = company.substring(0, company.length() - 2) + "x";
        var unclear = desk.register(
                aDeal().with("customer", alike).with("website", domain(alike)).worth("20000"));

        desk.itIs(MovableClock.START.plus(Duration.ofDays(20)));

        assertThat(desk.status(unclear)).isEqualTo(DealStatus.IN_REVIEW);
        var account = claim(known).orElseThrow().account().toString();
        assertThat(desk.approveFor(unclear, account)).isInstanceOf(Decided.class);
        assertThat(claim(unclear).orElseThrow().account()).hasToString(account);
        assertThat(desk.status(unclear)).isEqualTo(DealStatus.APPROVED);
    }

    private static String domain(String company) {
        return company.toLowerCase(Locale.ROOT).replace(' ', '-') + ".de";
    }

    @Test
    void the_manager_rejects_with_a_reason_and_the_account_is_free() {
        var deal = desk.register(aDeal());

        assertThat(desk.review(deal, desk.managerOf(deal), "reject", null))
                .isEqualTo(DecisionOutcome.refused("deals.refused.REASON_MISSING", "reason"));
        desk.review(deal, desk.managerOf(deal), "reject", "too-early");

        assertThat(desk.status(deal)).isEqualTo(DealStatus.REJECTED);
        assertThat(details(deal).rejection()).isEqualTo(RejectionReason.TOO_EARLY);
        assertThat(desk.path(deal)).contains("NotApproved", "RejectRegistration", "TellPartnerRejected", "Rejected");
        assertThat(free(deal)).isTrue();
    }

    @Test
    void a_rejected_deal_may_be_submitted_again_once() {
        var wish = aDeal();
        var deal = desk.register(wish);
        desk.review(deal, desk.managerOf(deal), "reject", "too-early");

        var again = registration.resubmit(deal.sales(), deal.deal(), wish.deal());
        desk.itIs(MovableClock.START);
        desk.review(deal, desk.managerOf(deal), "reject", "too-early");

        assertThat(again).isInstanceOf(RegistrationOutcome.Registered.class);
        assertThat(registration.resubmit(deal.sales(), deal.deal(), wish.deal()))
                .isInstanceOfSatisfying(
                        RegistrationOutcome.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .containsExactly(new Refused(DealRefusal.RESUBMISSION_USED)));
    }

    @Test
    void who_comes_second_is_rejected_without_learning_who_was_first() {
        var wish = aDeal();
        desk.register(wish);

        var second = desk.register(wish);

        assertThat(desk.status(second)).isEqualTo(DealStatus.REJECTED);
        assertThat(details(second).rejection()).isEqualTo(RejectionReason.DUPLICATE);
        assertThat(desk.path(second)).contains("AccountTaken").doesNotContain("ReviewDeal");
    }

    @ParameterizedTest
    @EnumSource(names = {"HOUSE", "ASSIGNED"})
    void who_has_reserved_may_register_though_the_account_has_been_given_another_designation(Designation designation) {
        var partner = fixtures.partner();
        var sales = fixtures.sales(partner);
        var wish = aDeal().worth("5000").deal();
        var reserved =
                reservations.reserve(sales, AccountQuestion.about(wish.customer(), wish.website(), wish.country()));
        assertThat(reserved)
                .isInstanceOfSatisfying(
                        ClaimOutcome.Granted.class,
                        granted -> accounts.designate(
                                sales,
                                granted.claim().account(),
                                new DesignateAccount(
                                        designation,
                                        designation == Designation.ASSIGNED
                                                ? fixtures.partner().id()
                                                : null,
                                        null,
                                        null,
                                        LocalDate.of(2026, 3, 1),
                                        null)));

        var deal = desk.register(partner, sales, wish);

        assertThat(desk.status(deal)).isEqualTo(DealStatus.APPROVED);
        assertThat(claim(deal).map(ClaimView::purpose)).contains(ClaimPurpose.PROTECTION);
        var another = fixtures.partner();
        assertThat(desk.status(desk.register(another, fixtures.sales(another), wish)))
                .isEqualTo(DealStatus.REJECTED);
    }

    @Test
    void silence_reminds_escalates_and_approves_where_the_table_allows_it() {
        var deal = desk.register(aDeal().worth("20000"));

        desk.itIs(TUESDAY_10);
        assertThat(desk.path(deal)).contains("RemindReviewer").doesNotContain("TellDirectorOverdue");
        desk.itIs(WEDNESDAY_10);
        assertThat(desk.path(deal)).contains("TellDirectorOverdue", "TellPartnerOverdue");
        assertThat(desk.status(deal)).isEqualTo(DealStatus.IN_REVIEW);
        desk.itIs(THURSDAY_10);

        assertThat(desk.path(deal)).contains("SilenceDecides", "NobodyAnswered", "DecideBySilence");
        assertThat(desk.status(deal)).isEqualTo(DealStatus.APPROVED);
    }

    @Test
    void a_larger_deal_waits_however_long_the_silence() {
        var deal = desk.register(aDeal());

        desk.itIs(THURSDAY_10);

        assertThat(desk.path(deal)).contains("StillWaiting");
        assertThat(desk.waiting(deal)).containsExactly("ReviewDeal");
        desk.review(deal, fixtures.vendor(Role.DIRECTOR), "approve", null);
        assertThat(desk.status(deal)).isEqualTo(DealStatus.APPROVED);
    }

    @Test
    void a_large_deal_needs_the_director_after_the_manager() {
        var deal = desk.register(aDeal().worth("60000"));

        desk.managerApproves(deal);
        assertThat(desk.waiting(deal)).containsExactly("DirectorDecision");
        desk.itIs(WEDNESDAY_10);
        desk.director(deal, fixtures.vendor(Role.DIRECTOR), "approve", null);

        assertThat(desk.path(deal)).contains("RemindDirector").doesNotContain("FinanceDecision");
        assertThat(desk.status(deal)).isEqualTo(DealStatus.APPROVED);
    }

    @Test
    void a_very_large_deal_needs_director_and_finance_and_either_may_refuse() {
        var deal = desk.register(aDeal().worth("150000"));

        assertThat(desk.waiting(deal)).containsExactlyInAnyOrder("DirectorDecision", "FinanceDecision");
        desk.itIs(WEDNESDAY_10);
        desk.director(deal, fixtures.vendor(Role.DIRECTOR), "approve", null);
        assertThat(desk.status(deal)).isEqualTo(DealStatus.IN_REVIEW);
        desk.finance(deal, fixtures.vendor(Role.FINANCE), "reject", "below-minimum");

        assertThat(desk.path(deal)).contains("RemindFinance").doesNotContain("ReviewDeal");
        assertThat(desk.status(deal)).isEqualTo(DealStatus.REJECTED);
        assertThat(details(deal).rejection()).isEqualTo(RejectionReason.BELOW_MINIMUM);
    }

    @Test
    void each_decides_by_the_level_of_the_task_and_hears_before_what_would_be_refused() {
        var deal = desk.register(aDeal().worth("150000"));
        var manager = fixtures.vendor(Role.MANAGER);
        var director = fixtures.vendor(Role.DIRECTOR);
        var finance = fixtures.vendor(Role.FINANCE);
        var notTheirs = DecisionOutcome.refused("deals.refused.NOT_YOURS_TO_DECIDE");

        for (var other : List.of(manager, finance)) {
            assertThat(desk.foreseeDirector(deal, other, "approve", null)).isEqualTo(notTheirs);
            assertThat(desk.director(deal, other, "approve", null)).isEqualTo(notTheirs);
        }
        for (var other : List.of(manager, director)) {
            assertThat(desk.foreseeFinance(deal, other, "approve", null)).isEqualTo(notTheirs);
            assertThat(desk.finance(deal, other, "approve", null)).isEqualTo(notTheirs);
        }
        assertThat(desk.foreseeDirector(deal, director, "reject", null)).isInstanceOf(DecisionOutcome.Refused.class);
        assertThat(desk.foreseeDirector(deal, director, "approve", null)).isInstanceOf(Decided.class);
        assertThat(desk.foreseeFinance(deal, finance, "approve", null)).isInstanceOf(Decided.class);

        assertThat(desk.waiting(deal)).containsExactlyInAnyOrder("DirectorDecision", "FinanceDecision");
    }

    @Test
    void the_partner_mends_the_marked_fields_and_the_review_begins_again() {
        var wish = aDeal();
        var deal = desk.register(wish);

        desk.managerAsks(deal, "contactName");
        assertThat(desk.status(deal)).isEqualTo(DealStatus.ACTION_REQUIRED);
        assertThat(details(deal).marked()).containsExactly("contactName");
        assertThat(provide(deal, wish.with("city", "Bonn").deal()))
                .isEqualTo(new Refused(DealRefusal.FIELD_NOT_MARKED, "city"));
        assertThat(provide(deal, wish.with("contactName", "Dora Decider").deal()))
                .isInstanceOf(Done.class);

        assertThat(desk.status(deal)).isEqualTo(DealStatus.IN_REVIEW);
        assertThat(details(deal).registration().contactName()).isEqualTo("Dora Decider");
        desk.managerApproves(deal);
        assertThat(desk.status(deal)).isEqualTo(DealStatus.APPROVED);
    }

    @Test
    void who_answers_late_gets_the_place_back_if_it_is_still_free() {
        var wish = aDeal();
        var deal = desk.register(wish);
        desk.managerAsks(deal, "contactName");

        desk.itIs(THURSDAY_10);
        assertThat(desk.path(deal)).contains("LosePlace", "TellPartnerPlaceLost");
        assertThat(free(deal)).isTrue();
        provide(deal, wish.with("contactName", "Dora Decider").deal());

        assertThat(desk.path(deal)).contains("RegainPlace");
        assertThat(claim(deal).map(ClaimView::purpose)).contains(ClaimPurpose.HOLD);
        desk.managerApproves(deal);
        assertThat(desk.status(deal)).isEqualTo(DealStatus.APPROVED);
    }

    @Test
    void who_answers_late_is_rejected_if_another_has_come() {
        var wish = aDeal();
        var deal = desk.register(wish);
        desk.managerAsks(deal, "contactName");
        desk.itIs(THURSDAY_10);
        var other = desk.register(wish);

        provide(deal, wish.with("contactName", "Dora Decider").deal());
        desk.itIs(THURSDAY_10);

        assertThat(desk.path(deal)).contains("AccountTakenMeanwhile", "TooLate");
        assertThat(desk.status(deal)).isEqualTo(DealStatus.REJECTED);
        assertThat(desk.status(other)).isEqualTo(DealStatus.IN_REVIEW);
    }

    @Test
    void who_never_answers_is_given_up() {
        var deal = desk.register(aDeal());
        desk.managerAsks(deal, "contactName");
        desk.itIs(THURSDAY_10);

        desk.itIs("2026-03-30T12:00:00Z");

        assertThat(desk.path(deal)).contains("GiveUp", "NotAnswered", "LapseRegistration", "TellPartnerLapsed");
        assertThat(desk.status(deal)).isEqualTo(DealStatus.EXPIRED);
        assertThat(desk.isRunning(deal)).isFalse();
    }

    @Test
    void the_partner_withdraws_before_anything_has_run() {
        var partner = fixtures.partner();
        var sales = fixtures.sales(partner);
        var deal = new Registered(fixtures.register(sales, aDeal().deal()), sales, partner);

        assertThat(withdraw(deal)).isInstanceOf(Done.class);

        assertThat(desk.isRunning(deal)).isFalse();
        assertThat(desk.status(deal)).isEqualTo(DealStatus.WITHDRAWN);
    }

    @Test
    void the_partner_withdraws_during_the_review_and_when_it_is_approved() {
        var waiting = desk.register(aDeal());
        var approved = desk.register(aDeal().worth("5000"));

        withdraw(waiting);
        withdraw(approved);

        assertThat(desk.waiting(waiting)).isEmpty();
        assertThat(desk.path(waiting)).contains("ReleaseAccount", "TellReviewerWithdrawn", "Withdrawn");
        for (var deal : new Registered[] {waiting, approved}) {
            assertThat(desk.status(deal)).isEqualTo(DealStatus.WITHDRAWN);
            assertThat(free(deal)).isTrue();
            assertThat(desk.isRunning(deal)).isFalse();
        }
        assertThat(withdraw(waiting)).isEqualTo(new Refused(DealRefusal.NOT_IN_THIS_STATE));
    }

    @Test
    void a_missed_update_ends_the_protection_after_a_warning() {
        var deal = desk.register(aDeal().worth("5000"));
        assertThat(details(deal).updateDue()).isEqualTo("2026-04-01T22:00:00Z");

        desk.itIs("2026-03-25T23:00:00Z");
        assertThat(desk.path(deal)).contains("RemindPartner").doesNotContain("LapseDeal");
        desk.itIs("2026-04-01T21:59:59Z");
        assertThat(desk.status(deal)).isEqualTo(DealStatus.APPROVED);
        desk.itIs("2026-04-01T22:00:00Z");

        assertThat(desk.path(deal)).contains("LapseDeal", "TellPartnerExpired");
        assertThat(desk.status(deal)).isEqualTo(DealStatus.EXPIRED);
        assertThat(free(deal)).isTrue();
    }

    @Test
    void updates_keep_a_deal_until_its_end_in_the_partners_zone() {
        var deal = desk.register(aDeal().worth("5000"));

        for (var day : new String[] {"2026-03-30", "2026-04-27", "2026-05-25"}) {
            desk.itIs(day + "T10:00:00Z");
            assertThat(update(deal)).isInstanceOf(Done.class);
        }
        // The engine keeps timers by the minute and takes the seconds of the moment that set them.
        desk.itIs("2026-05-31T21:59:00Z");
        assertThat(desk.status(deal)).isEqualTo(DealStatus.APPROVED);
        assertThat(desk.path(deal)).contains("ProtectionChanged", "LookAgain");
        desk.itIs("2026-05-31T22:00:00Z");

        assertThat(desk.status(deal)).isEqualTo(DealStatus.EXPIRED);
    }

    @Test
    void the_deal_is_lost() {
        var deal = desk.register(aDeal().worth("5000"));

        closing.lose(deal.sales(), deal.deal(), new LoseDeal(LossReason.PRICE, null));

        assertThat(desk.path(deal)).contains("DealLost", "Lost");
        assertThat(desk.status(deal)).isEqualTo(DealStatus.LOST);
        assertThat(desk.isRunning(deal)).isFalse();
        assertThat(win(deal)).isEqualTo(new Refused(DealRefusal.NOT_IN_THIS_STATE));
    }

    @Test
    void a_refused_deal_is_awarded_and_the_other_partners_deal_is_transferred() {
        var wish = aDeal().worth("5000");
        var first = desk.register(wish);
        var second = desk.register(wish);
        assertThat(desk.status(second)).isEqualTo(DealStatus.REJECTED);

        award(second, first);

        assertThat(desk.status(first)).isEqualTo(DealStatus.TRANSFERRED);
        assertThat(desk.path(first)).contains("TellPartnerTransferred", "Transferred");
        assertThat(desk.isRunning(first)).isFalse();
        assertThat(claim(first).map(ClaimView::end)).contains(ClaimEnd.TRANSFERRED);
        assertThat(desk.status(second)).isEqualTo(DealStatus.APPROVED);
        assertThat(desk.path(second)).contains("DealAwarded", "TellPartnerAwarded", "PlanProtection");
        assertThat(claim(second).map(ClaimView::purpose)).contains(ClaimPurpose.PROTECTION);
        assertThat(details(second).protectedUntil()).isEqualTo("2026-05-31T22:00:00Z");
        assertThat(details(second).incentive()).isNotNull();
        assertThat(win(second)).isInstanceOf(Done.class);
        assertThat(desk.isRunning(second)).isFalse();
    }

    @Test
    void a_deal_is_awarded_while_it_is_reviewed_and_nobody_has_to_decide_any_more() {
        var wish = aDeal();
        var first = desk.register(wish);
        desk.managerAsks(first, "contactName");
        desk.itIs(THURSDAY_10);
        var second = desk.register(wish);
        assertThat(desk.status(second)).isEqualTo(DealStatus.IN_REVIEW);

        award(first, second);

        assertThat(desk.waiting(first)).isEmpty();
        assertThat(desk.waiting(second)).isEmpty();
        assertThat(desk.path(first)).contains("ReviewOvertaken", "Overtaken", "DealAwarded");
        assertThat(desk.status(first)).isEqualTo(DealStatus.APPROVED);
        assertThat(desk.status(second)).isEqualTo(DealStatus.TRANSFERRED);
        closing.lose(first.sales(), first.deal(), new LoseDeal(LossReason.PRICE, null));
        assertThat(desk.isRunning(first)).isFalse();
    }

    @Test
    void nobody_decides_about_a_deal_with_the_wrong_role_or_for_the_partner() {
        var deal = desk.register(aDeal());

        for (var stranger :
                new Actor[] {deal.sales(), fixtures.sales(fixtures.partner()), fixtures.vendor(Role.FINANCE)}) {
            assertThat(desk.review(deal, stranger, "approve", null))
                    .isEqualTo(DecisionOutcome.refused("deals.refused.NOT_YOURS_TO_DECIDE"));
        }
        assertThat(desk.waiting(deal)).containsExactly("ReviewDeal");
    }

    private void award(Registered winner, Registered loser) {
        var director = fixtures.vendor(Role.DIRECTOR);
        assertThat(transfers.award(winner.deal(), loser.deal(), director, TransferCause.DISPUTE))
                .isInstanceOf(Done.class);
        desk.itIs(clock.instant());
    }

    private DealDetails details(Registered deal) {
        return overview.details(deal.sales(), deal.deal());
    }

    private Optional<ClaimView> claim(Registered deal) {
        return claims.claimOf(deal.deal().id());
    }

    private boolean free(Registered deal) {
        return claim(deal).map(claim -> !claim.countsAt(clock.instant())).orElse(true);
    }

    private Object provide(Registered deal, RegisterDeal better) {
        return registration.provideInformation(deal.sales(), deal.deal(), better);
    }

    private Object withdraw(Registered deal) {
        return registration.withdraw(deal.sales(), deal.deal(), "The customer has no budget any more.");
    }

    private Object update(Registered deal) {
        return protection.update(
                deal.sales(),
                deal.deal(),
                new UpdateDeal(DealStage.PROPOSE, "Send the proposal", LocalDate.of(2026, 6, 30), null, null));
    }

    private Object win(Registered deal) {
        return closing.win(
                deal.sales(),
                deal.deal(),
                new WinDeal("PO-1", LocalDate.of(2026, 3, 2), new BigDecimal("29000"), "EUR"));
    }
}

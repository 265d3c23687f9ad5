package io.handsel.deals.process;

import static io.handsel.deals.DealFixtures.aDeal;
import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.accounts.AccountClaims;
import io.handsel.audit.AuditEntry;
import io.handsel.audit.AuditTrail;
import io.handsel.audit.CaseReference;
import io.handsel.deals.DealClosing;
import io.handsel.deals.DealFixtures;
import io.handsel.deals.DealOutcome;
import io.handsel.deals.DealOutcome.Done;
import io.handsel.deals.DealOutcome.Refused;
import io.handsel.deals.DealRefusal;
import io.handsel.deals.DealRegistration;
import io.handsel.deals.DealStatus;
import io.handsel.deals.DealTransfers;
import io.handsel.deals.TransferCause;
import io.handsel.deals.WinDeal;
import io.handsel.deals.process.DealDesk.Registered;
import io.handsel.kernel.Period;
import io.handsel.partner.PartnerCare;
import io.handsel.partner.SubstitutionOutcome;
import io.handsel.security.Actor;
import io.handsel.security.Role;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One customer, two partners: a decision gives it to the other one, whole and once. */
@DealProcessTest
class DealTransfersTests {

    @Autowired
    DealDesk desk;

    @Autowired
    DealFixtures fixtures;

    @Autowired
    DealTransfers transfers;

    @Autowired
    DealRegistration registration;

    @Autowired
    DealClosing closing;

    @Autowired
    AccountClaims claims;

    @Autowired
    AuditTrail audit;

    @Autowired
    PartnerCare care;

    @Autowired
    MovableClock clock;

    DealFixtures.Wish wish;
    Registered first;
    Registered second;

    @BeforeEach
    void one_is_approved_and_the_other_refused() {
        clock.moveTo(MovableClock.START);
        wish = aDeal().worth("5000");
        first = desk.register(wish);
        second = desk.register(wish);
        assertThat(desk.status(first)).isEqualTo(DealStatus.APPROVED);
        assertThat(desk.status(second)).isEqualTo(DealStatus.REJECTED);
    }

    @Test
    void doing_it_again_changes_nothing() {
        award(second, first);
        var before = history(second);

        assertThat(award(second, first)).isEqualTo(new Done(second.deal(), DealStatus.APPROVED));

        assertThat(history(second)).isEqualTo(before);
        assertThat(exclusive()).isEqualTo(second);
    }

    @Test
    void both_histories_tell_who_decided_and_why() {
        award(second, first);

        assertThat(audit.of(new CaseReference("deal", first.deal().id())))
                .last()
                .satisfies(entry -> assertThat(entry.action()).isEqualTo("transferred"))
                .satisfies(entry -> assertThat(entry.actor()).isEqualTo("Vera Vendor"));
        assertThat(audit.of(new CaseReference("deal", second.deal().id())))
                .extracting(AuditEntry::action)
                .contains("rejected", "awarded");
    }

    @Test
    void who_has_lost_the_customer_may_get_it_back() {
        award(second, first);

        award(first, second);

        assertThat(desk.status(first)).isEqualTo(DealStatus.APPROVED);
        assertThat(desk.status(second)).isEqualTo(DealStatus.TRANSFERRED);
        assertThat(exclusive()).isEqualTo(first);
    }

    @Test
    void whoever_holds_the_customer_need_not_be_named() {
        award(second, null);

        assertThat(desk.status(first)).isEqualTo(DealStatus.TRANSFERRED);
        assertThat(exclusive()).isEqualTo(second);
    }

    @Test
    void whoever_has_won_keeps_the_order() {
        assertThat(closing.win(
                        first.sales(),
                        first.deal(),
                        new WinDeal("PO-1", LocalDate.of(2026, 3, 2), new BigDecimal("5000"), "EUR")))
                .isInstanceOf(Done.class);

        assertThat(award(second, first)).isEqualTo(new Refused(DealRefusal.NOT_IN_THIS_STATE));
    }

    @Test
    void what_was_given_up_is_not_given_away() {
        registration.withdraw(first.sales(), first.deal(), "The customer has no budget.");
        var third = desk.register(wish);

        assertThat(award(second, first)).isEqualTo(new Refused(DealRefusal.HELD_BY_A_THIRD));
        assertThat(award(first, third)).isEqualTo(new Refused(DealRefusal.NOT_IN_THIS_STATE));
        assertThat(desk.status(second)).isEqualTo(DealStatus.REJECTED);
        assertThat(claims.claimOf(third.deal().id()).orElseThrow().exclusive()).isTrue();
    }

    @Test
    void nobody_decides_who_belongs_to_either_side() {
        for (var stranger : new Actor[] {first.sales(), second.sales(), fixtures.vendor(Role.FINANCE)}) {
            assertThat(transfers.award(second.deal(), first.deal(), stranger, TransferCause.DISPUTE))
                    .isEqualTo(new Refused(DealRefusal.NOT_YOURS_TO_DECIDE));
        }
        assertThat(exclusive()).isEqualTo(first);
    }

    @Test
    void nobody_decides_who_stands_in_for_somebody_of_one_side_only() {
        for (var side : List.of(first, second)) {
            assertThat(transfers.award(second.deal(), first.deal(), standingInFor(side), TransferCause.DISPUTE))
                    .isEqualTo(new Refused(DealRefusal.NOT_YOURS_TO_DECIDE));
        }
        assertThat(exclusive()).isEqualTo(first);
    }

    private Actor standingInFor(Registered side) {
        var substitute = fixtures.vendor(Role.MANAGER);
        assertThat(care.substitute(
                        fixtures.vendor(Role.DIRECTOR),
                        side.sales().person(),
                        substitute.person(),
                        Period.of(Duration.ofDays(1), clock.instant())))
                .isInstanceOf(SubstitutionOutcome.Agreed.class);
        return substitute;
    }

    @Test
    void who_has_the_customer_anyway_needs_nothing() {
        var before = history(first);

        assertThat(award(first, null)).isEqualTo(new Done(first.deal(), DealStatus.APPROVED));

        assertThat(history(first)).isEqualTo(before);
    }

    private DealOutcome award(Registered winner, @Nullable Registered loser) {
        var outcome = transfers.award(
                winner.deal(),
                loser == null ? null : loser.deal(),
                fixtures.vendor(Role.DIRECTOR),
                TransferCause.DISPUTE);
        desk.itIs(clock.instant());
        return outcome;
    }

    private Registered exclusive() {
        var held = new Registered[] {first, second};
        var open = Arrays.stream(held)
                .filter(deal -> claims.claimOf(deal.deal().id())
                        .filter(claim -> claim.endedAt() == null && claim.exclusive())
                        .isPresent())
                .toList();
        assertThat(open).hasSize(1);
        return open.get(0);
    }

    private List<AuditEntry> history(Registered deal) {
        return audit.of(new CaseReference("deal", deal.deal().id()));
    }
}

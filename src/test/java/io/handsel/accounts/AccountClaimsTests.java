package io.handsel.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handsel.CompanyNames;
import io.handsel.MovableClock;
import io.handsel.accounts.ClaimOutcome.Granted;
import io.handsel.accounts.ClaimOutcome.Refused;
import io.handsel.partner.PartnerId;
import io.handsel.security.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@SpringBootTest
@ActiveProfiles("test")
@Import({MovableClock.class, AccountFixtures.class})
@RecordApplicationEvents
class AccountClaimsTests {

    @Autowired
    AccountClaims claims;

    @Autowired
    AccountReservations reservations;

    @Autowired
    AccountCheck check;

    @Autowired
    AccountRegister register;

    @Autowired
    AccountFixtures fixtures;

    @Autowired
    MovableClock clock;

    @Autowired
    ApplicationEvents events;

    Actor ann;
    Actor bob;
    AccountQuestion acme;

    @BeforeEach
    void two_partners_and_a_customer_nobody_knows() {
        clock.moveTo(MovableClock.START);
        ann = fixtures.salesOfNewPartner("Northwind");
        bob = fixtures.salesOfNewPartner("Contoso");
        var unique = UUID.randomUUID().toString();
        acme = AccountQuestion.about(CompanyNames.next() + " GmbH", unique + ".de", "DE");
    }

    @Test
    void reserves_a_free_customer_until_the_end_of_the_partners_fourteenth_day() {
        var claim = granted(reservations.reserve(ann, acme));

        assertThat(claim.until()).isEqualTo(Instant.parse("2026-03-16T23:00:00Z"));
        assertThat(claim.exclusive()).isTrue();
        assertThat(events.stream(ClaimGranted.class))
                .extracting(ClaimGranted::claim)
                .containsExactly(claim);
        assertThat(check.ask(ann, acme)).isEqualTo(AccountAnswer.until(AccountVerdict.YOURS, claim.until()));
        assertThat(check.ask(bob, acme)).isEqualTo(AccountAnswer.until(AccountVerdict.RESERVED, claim.until()));
    }

    @Test
    void refuses_a_customer_another_partner_has_by_domain_or_by_name_alone() {
        reservations.reserve(ann, acme);

        assertThat(refused(reservations.reserve(bob, AccountQuestion.about(null, acme.domain(), null))))
                .isEqualTo(ClaimRefusal.RESERVED);
        assertThat(refused(reservations.reserve(
                        bob, AccountQuestion.about(acme.name().toUpperCase() + " & Co. KG", null, "DE"))))
                .isEqualTo(ClaimRefusal.RESERVED);
    }

    @Test
    void reserving_again_is_the_same_reservation_and_a_colleague_hears_whose_it_is() {
        var first = granted(reservations.reserve(ann, acme));
        var colleague = fixtures.salesOfNewPartner("Other");
        var cleo = new Actor(
                fixtures.salesOfNewPartner("X").person(),
                "Cleo",
                colleague.roles(),
                ann.organisation(),
                null,
                ann.locale(),
                ann.zone());

        assertThat(granted(reservations.reserve(ann, acme))).isEqualTo(first);
        assertThat(refused(reservations.reserve(cleo, acme))).isEqualTo(ClaimRefusal.COLLEAGUE);
        assertThat(check.ask(cleo, acme)).isEqualTo(AccountAnswer.colleague(ann.name(), first, true));
    }

    @Test
    void a_claim_whose_time_is_up_counts_for_nothing_and_is_ended_by_whoever_meets_it() {
        var first = granted(reservations.reserve(ann, acme));
        clock.moveTo(first.until());

        assertThat(check.ask(bob, acme).verdict()).isEqualTo(AccountVerdict.FREE);
        granted(reservations.reserve(bob, acme));

        var ended = claims.claimOf(first.subject()).orElseThrow();
        assertThat(ended.end()).isEqualTo(ClaimEnd.LAPSED);
        assertThat(ended.endedAt()).isEqualTo(first.until());
        assertThat(events.stream(ClaimEnded.class)).extracting(ClaimEnded::why).containsExactly(ClaimEnd.LAPSED);
    }

    @Test
    void one_instant_before_its_end_a_claim_still_counts() {
        var first = granted(reservations.reserve(ann, acme));
        clock.moveTo(first.until().minusMillis(1));

        assertThat(refused(reservations.reserve(bob, acme))).isEqualTo(ClaimRefusal.RESERVED);
    }

    @Test
    void after_a_lapse_the_partner_waits_thirty_days() {
        var first = granted(reservations.reserve(ann, acme));
        clock.moveTo(first.until().plus(Duration.ofDays(30)).minusSeconds(1));

        assertThat(reservations.reserve(ann, acme))
                .isEqualTo(Refused.until(
                        ClaimRefusal.PAUSED_AFTER_LAPSE, first.until().plus(Duration.ofDays(30))));

        clock.moveTo(first.until().plus(Duration.ofDays(30)));
        granted(reservations.reserve(ann, acme));
    }

    @Test
    void giving_a_reservation_back_frees_the_customer_at_once() {
        var first = granted(reservations.reserve(ann, acme));

        reservations.giveBack(ann, first.id());

        granted(reservations.reserve(bob, acme));
    }

    @Test
    void somebody_elses_reservation_is_not_found() {
        var first = granted(reservations.reserve(ann, acme));

        assertThatThrownBy(() -> reservations.giveBack(bob, first.id())).isInstanceOf(ClaimNotFound.class);
    }

    @Test
    void at_the_cap_of_the_tier_the_oldest_are_named() {
        var small = fixtures.sales(fixtures.partner("Small", "registered"), "Sally");
        var first = granted(reservations.reserve(small, unknown()));
        for (int count = 1; count < 25; count++) {
            clock.advance(Duration.ofMinutes(2));
            granted(reservations.reserve(small, unknown()));
        }

        var refused = (Refused) reservations.reserve(small, unknown());

        assertThat(refused.reason()).isEqualTo(ClaimRefusal.CAP_REACHED);
        assertThat(refused.oldest()).hasSize(10).first().isEqualTo(first);
        reservations.giveBack(small, first.id());
        granted(reservations.reserve(small, unknown()));
    }

    @Test
    void a_hold_is_given_once_a_subject_and_takes_the_reservation_over() {
        var reservation = granted(reservations.reserve(ann, acme));
        var deal = UUID.randomUUID();

        var hold = granted(claims.hold(hold(ann, acme, deal)));

        assertThat(hold.exclusive()).isTrue();
        assertThat(granted(claims.hold(hold(ann, acme, deal)))).isEqualTo(hold);
        assertThat(claims.claimOf(reservation.subject()).orElseThrow().end()).isEqualTo(ClaimEnd.REGISTERED);
    }

    @Test
    void what_the_vendor_lays_down_later_hides_no_claim_that_protects_the_account() {
        var first = UUID.randomUUID();
        granted(claims.hold(hold(ann, acme, first)));
        var other = AccountQuestion.about(acme.name(), "other-" + acme.domain(), "DE");
        var second = UUID.randomUUID();
        var doubtful = granted(claims.hold(hold(bob, other, second)));
        assertThat(doubtful.exclusive()).as("a reviewer must look").isFalse();

        register.designate(
                fixtures.manager(),
                doubtful.account(),
                new DesignateAccount(
                        Designation.HOUSE,
                        null,
                        "Key account",
                        null,
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                        null));

        var until = clock.instant().plus(Duration.ofDays(90));
        assertThat(refused(claims.protect(second, until))).isEqualTo(ClaimRefusal.RESERVED);
        assertThat(granted(claims.protect(first, until)).exclusive()).isTrue();
    }

    @Test
    void a_protected_deal_shuts_others_out_until_its_end() {
        var deal = UUID.randomUUID();
        granted(claims.hold(hold(ann, acme, deal)));

        var until = clock.instant().plus(Duration.ofDays(90));
        var protection = granted(claims.protect(deal, until));
        assertThat(protection.purpose()).isEqualTo(ClaimPurpose.PROTECTION);
        assertThat(refused(claims.hold(hold(bob, acme, UUID.randomUUID())))).isEqualTo(ClaimRefusal.RESERVED);

        var later = until.plus(Duration.ofDays(60));
        assertThat(granted(claims.extend(deal, later)).until()).isEqualTo(later);

        claims.release(deal, ClaimEnd.LOST);
        claims.release(deal, ClaimEnd.LOST);
        assertThat(refused(claims.extend(deal, later))).isEqualTo(ClaimRefusal.ENDED);
        assertThat(refused(claims.protect(deal, later))).isEqualTo(ClaimRefusal.ENDED);
        granted(claims.hold(hold(bob, acme, UUID.randomUUID())));
    }

    @Test
    void a_subject_that_was_refused_once_may_be_held_again() {
        var deal = UUID.randomUUID();
        granted(claims.hold(hold(ann, acme, deal)));
        claims.release(deal, ClaimEnd.PLACE_LOST);

        assertThat(granted(claims.hold(hold(ann, acme, deal))).endedAt()).isNull();
    }

    @Test
    void different_product_lines_do_not_meet() {
        granted(reservations.reserve(ann, acme, ClaimScope.of("standard", Set.of("backup"))));

        granted(reservations.reserve(bob, acme, ClaimScope.of("standard", Set.of("security"))));
        assertThat(refused(reservations.reserve(bob, acme))).isEqualTo(ClaimRefusal.RESERVED);
    }

    @Test
    void two_likely_accounts_need_a_review_and_are_held_without_shutting_anybody_out() {
        reservations.reserve(ann, acme);
        var contradiction = AccountQuestion.about(acme.name(), UUID.randomUUID() + ".com", "DE");

        assertThat(refused(reservations.reserve(bob, contradiction))).isEqualTo(ClaimRefusal.NEEDS_REVIEW);
        var deal = UUID.randomUUID();
        assertThat(granted(claims.hold(hold(bob, contradiction, deal))).exclusive())
                .isFalse();
        assertThat(refused(claims.protect(deal, clock.instant().plus(Duration.ofDays(90)))))
                .isEqualTo(ClaimRefusal.RESERVED);
    }

    @Test
    void nothing_to_recognise_a_customer_by_is_said() {
        assertThat(refused(reservations.reserve(ann, AccountQuestion.about(" ", "gmail.com", "DE"))))
                .isEqualTo(ClaimRefusal.UNCLEAR);
    }

    @Test
    void ends_what_has_lapsed_without_anybody_meeting_it() {
        var first = granted(reservations.reserve(ann, acme));
        clock.moveTo(first.until());

        while (claims.endLapsed(50) > 0) {}

        assertThat(claims.claimOf(first.subject()).orElseThrow().end()).isEqualTo(ClaimEnd.LAPSED);
    }

    static ClaimView granted(ClaimOutcome outcome) {
        assertThat(outcome).isInstanceOf(Granted.class);
        return ((Granted) outcome).claim();
    }

    static ClaimRefusal refused(ClaimOutcome outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused) outcome).reason();
    }

    private static AccountQuestion unknown() {
        return AccountQuestion.about(CompanyNames.next(), UUID.randomUUID() + ".com", "US");
    }

    private HoldRequest hold(Actor actor, AccountQuestion question, UUID deal) {
        return new HoldRequest(
                PartnerId.of(actor.partner().orElseThrow()),
                actor.person(),
                null,
                question,
                ClaimScope.everything(),
                deal,
                clock.instant().plus(Duration.ofDays(60)));
    }
}

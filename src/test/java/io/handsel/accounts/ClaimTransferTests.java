package io.handsel.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.CompanyNames;
import io.handsel.MovableClock;
import io.handsel.accounts.ClaimOutcome.Granted;
import io.handsel.accounts.ClaimOutcome.Refused;
import io.handsel.security.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A customer goes from one partner to another, and there is never a moment with two owners or none. */
@SpringBootTest
@ActiveProfiles("test")
@Import({MovableClock.class, AccountFixtures.class})
@RecordApplicationEvents
class ClaimTransferTests {

    @Autowired
    ClaimTransfer transfer;

    @Autowired
    AccountClaims claims;

    @Autowired
    AccountReservations reservations;

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
    UUID anns;
    UUID bobs;
    Instant until;

    @BeforeEach
    void the_customer_is_protected_for_ann() {
        clock.moveTo(MovableClock.START);
        ann = fixtures.salesOfNewPartner("Northwind");
        bob = fixtures.salesOfNewPartner("Contoso");
        var unique = UUID.randomUUID().toString();
        acme = AccountQuestion.about(CompanyNames.next() + " GmbH", unique + ".de", "DE");
        anns = UUID.randomUUID();
        bobs = UUID.randomUUID();
        until = clock.instant().plus(Duration.ofDays(90));
        granted(claims.hold(wish(ann, anns, acme)));
        granted(claims.protect(anns, until));
    }

    @Test
    void who_was_refused_gets_the_customer_and_the_other_loses_it() {
        assertThat(claims.hold(wish(bob, bobs, acme))).isInstanceOf(Refused.class);

        var moved = granted(transfer.transfer(anns, wish(bob, bobs, acme)));

        assertThat(moved).isEqualTo(claims.claimOf(bobs).orElseThrow());
        assertThat(moved.exclusive()).isTrue();
        assertThat(moved.purpose()).isEqualTo(ClaimPurpose.PROTECTION);
        assertThat(moved.until()).isEqualTo(until);
        var given = claims.claimOf(anns).orElseThrow();
        assertThat(given.end()).isEqualTo(ClaimEnd.TRANSFERRED);
        assertThat(moved.account()).isEqualTo(given.account());
        assertThat(events.stream(ClaimEnded.class)).extracting(ClaimEnded::why).containsExactly(ClaimEnd.TRANSFERRED);
        assertThat(exclusive()).containsExactly(moved);
    }

    @Test
    void asking_again_changes_nothing_and_it_can_go_back() {
        var moved = granted(transfer.transfer(anns, wish(bob, bobs, acme)));

        assertThat(granted(transfer.transfer(anns, wish(bob, bobs, acme)))).isEqualTo(moved);

        var back = granted(transfer.transfer(bobs, wish(ann, anns, acme)));
        assertThat(exclusive()).containsExactly(back);
        assertThat(back.partner()).isEqualTo(AccountCheck.partnerOf(ann));
    }

    @Test
    void a_claim_that_waits_becomes_exclusive() {
        var unclear = AccountQuestion.about(acme.name(), UUID.randomUUID() + ".com", "DE");
        var waiting = granted(claims.hold(wish(bob, bobs, unclear)));
        assertThat(waiting.exclusive()).isFalse();

        var moved = granted(transfer.transfer(anns, wish(bob, bobs, unclear)));

        assertThat(moved.id()).isEqualTo(waiting.id());
        assertThat(moved.from()).isEqualTo(waiting.from());
        assertThat(exclusive()).containsExactly(moved);
    }

    @Test
    void where_nobody_has_the_customer_any_more_it_is_simply_granted() {
        claims.release(anns, ClaimEnd.LOST);

        var moved = granted(transfer.transfer(null, wish(bob, bobs, acme)));

        assertThat(exclusive()).containsExactly(moved);
    }

    @Test
    void a_reservation_of_the_receiver_goes_over_into_it() {
        claims.release(anns, ClaimEnd.LOST);
        var reserved = granted(reservations.reserve(bob, acme));

        granted(transfer.transfer(anns, wish(bob, bobs, acme)));

        assertThat(claims.claimOf(reserved.subject()).orElseThrow().end()).isEqualTo(ClaimEnd.REGISTERED);
    }

    @Test
    void a_third_partners_part_of_the_customer_cannot_be_given_away() {
        claims.release(anns, ClaimEnd.RELEASED);
        var cleo = fixtures.salesOfNewPartner("Fabrikam");
        granted(claims.hold(wish(cleo, UUID.randomUUID(), acme)));

        assertThat(transfer.transfer(anns, wish(bob, bobs, acme)))
                .isEqualTo(Refused.until(ClaimRefusal.RESERVED, until));
        assertThat(exclusive()).hasSize(1).extracting(ClaimView::partner).containsExactly(AccountCheck.partnerOf(cleo));
    }

    @Test
    void a_claim_that_is_kept_becomes_exclusive_only_where_all_of_it_is_free() {
        claims.release(anns, ClaimEnd.RELEASED);
        var cleo = fixtures.salesOfNewPartner("Fabrikam");
        granted(reservations.reserve(cleo, acme, ClaimScope.of(ClaimScope.STANDARD_PROGRAM, Set.of("security"))));
        var unclear = AccountQuestion.about(acme.name(), UUID.randomUUID() + ".com", "DE");
        granted(claims.hold(wish(bob, bobs, unclear)));
        var backup = ClaimScope.of(ClaimScope.STANDARD_PROGRAM, Set.of("backup"));

        var outcome = transfer.transfer(
                null, new HoldRequest(AccountCheck.partnerOf(bob), bob.person(), null, unclear, backup, bobs, until));

        assertThat(outcome).isInstanceOf(Refused.class);
        assertThat(((Refused) outcome).reason()).isEqualTo(ClaimRefusal.RESERVED);
        assertThat(exclusive()).extracting(ClaimView::partner).containsExactly(AccountCheck.partnerOf(cleo));
    }

    @Test
    void a_house_account_goes_to_nobody_new() {
        register.designate(
                fixtures.manager(),
                claims.claimOf(anns).orElseThrow().account(),
                new DesignateAccount(
                        Designation.HOUSE,
                        null,
                        "Strategic",
                        null,
                        LocalDate.of(2026, 3, 1),
                        LocalDate.of(2026, 9, 1)));

        assertThat(transfer.transfer(anns, wish(bob, bobs, acme))).isEqualTo(Refused.because(ClaimRefusal.HOUSE));
        assertThat(exclusive()).extracting(ClaimView::subject).containsExactly(anns);
    }

    @RepeatedTest(3)
    void of_many_who_transfer_at_once_there_is_one_owner_in_the_end() throws Exception {
        var barrier = new CyclicBarrier(6);
        List<Callable<ClaimOutcome>> people = new ArrayList<>();
        for (int count = 0; count < 6; count++) {
            var somebody = fixtures.salesOfNewPartner("Racer");
            people.add(() -> {
                barrier.await();
                return transfer.transfer(anns, wish(somebody, UUID.randomUUID(), acme));
            });
        }
        var threads = Executors.newFixedThreadPool(6);
        try {
            var granted = 0;
            for (var answer : threads.invokeAll(people)) {
                granted += answer.get() instanceof Granted ? 1 : 0;
            }
            assertThat(granted).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(exclusive()).hasSize(1);
    }

    private List<ClaimView> exclusive() {
        var account = claims.claimOf(anns).orElseThrow().account();
        return claims.overlapping(account, ClaimScope.everything()).stream()
                .filter(ClaimView::exclusive)
                .toList();
    }

    private HoldRequest wish(Actor actor, UUID subject, AccountQuestion question) {
        return new HoldRequest(
                AccountCheck.partnerOf(actor), actor.person(), null, question, ClaimScope.everything(), subject, until);
    }

    private static ClaimView granted(ClaimOutcome outcome) {
        assertThat(outcome).isInstanceOf(Granted.class);
        return ((Granted) outcome).claim();
    }
}

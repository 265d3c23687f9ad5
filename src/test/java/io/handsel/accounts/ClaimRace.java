package io.handsel.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handsel.CompanyNames;
import io.handsel.MovableClock;
import io.handsel.accounts.AccountOutcome.Registered;
import io.handsel.accounts.ClaimOutcome.Granted;
import io.handsel.partner.PartnerId;
import io.handsel.security.Actor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Many partners who want the same customer at the same instant, over and over. After every round the claims in the
 * database are compared with each other: the outcomes the callers got are not asked for their opinion.
 */
final class ClaimRace {

    static final int PARTNERS = 16;

    private final AccountClaims claims;
    private final AccountReservations reservations;
    private final AccountRegister register;
    private final JdbcClient jdbc;
    private final MovableClock clock;
    private final List<Actor> sellers;
    private final Actor manager;

    ClaimRace(
            AccountClaims claims,
            AccountReservations reservations,
            AccountRegister register,
            AccountFixtures fixtures,
            JdbcClient jdbc,
            MovableClock clock) {
        this.claims = claims;
        this.reservations = reservations;
        this.register = register;
        this.jdbc = jdbc;
        this.clock = clock;
        this.sellers = IntStream.range(0, PARTNERS)
                .mapToObj(number -> fixtures.salesOfNewPartner("Racer " + number))
                .toList();
        this.manager = fixtures.manager();
    }

    /** Nobody has named the customer before: all of them must meet on one new account, and one of them gets it. */
    void on_a_customer_nobody_knows(int rounds) throws Exception {
        race(
                rounds,
                round -> {
                    var unique = UUID.randomUUID().toString();
                    var name = CompanyNames.next();
                    // Some know the domain, some the name, some both.
                    return List.of(
                            AccountQuestion.about(name, unique + ".com", "DE"),
                            AccountQuestion.about(name.toUpperCase(Locale.ROOT) + " GmbH", unique + ".com", "DE"));
                },
                1);
    }

    /** Group, companies, sites: everybody wants some node of one tree. */
    void on_overlapping_nodes_of_a_tree(int rounds) throws Exception {
        var nodes = tree();
        race(rounds, round -> nodes, 0);
    }

    /** Past all code: the second partner's exclusive claim on the same node has no holder to refer to. */
    void written_past_all_code(ClaimStore store, TransactionTemplate transaction) {
        var account = node(new ArrayList<>(), null, AccountKind.LEGAL_ENTITY);
        transaction.executeWithoutResult(status -> store.insert(claim(account, sellers.get(0)), account.root()));
        transaction.executeWithoutResult(status -> store.insert(claim(account, sellers.get(0)), account.root()));

        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> store.insert(claim(account, sellers.get(1)), account.root())))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private ClaimView claim(AccountView account, Actor seller) {
        return new ClaimView(
                ClaimId.create(),
                account.id(),
                account.name(),
                PartnerId.of(seller.partner().orElseThrow()),
                seller.person(),
                null,
                UUID.randomUUID(),
                ClaimPurpose.RESERVATION,
                true,
                ClaimScope.everything(),
                clock.instant(),
                clock.instant().plus(Duration.ofDays(1)),
                null,
                null);
    }

    private List<AccountQuestion> tree() {
        var questions = new ArrayList<AccountQuestion>();
        var group = node(questions, null, AccountKind.GROUP);
        for (int company = 0; company < 2; company++) {
            var legalEntity = node(questions, group.id(), AccountKind.LEGAL_ENTITY);
            node(questions, legalEntity.id(), AccountKind.SITE);
            node(questions, legalEntity.id(), AccountKind.SITE);
        }
        return questions;
    }

    private AccountView node(List<AccountQuestion> questions, AccountId parent, AccountKind kind) {
        var duns = String.format("%09d", ThreadLocalRandom.current().nextInt(1_000_000_000));
        var wanted = NewAccount.company("Node " + duns, "DE", null, null).identifiedBy(duns, null);
        var outcome = register.register(manager, parent == null ? wanted : wanted.below(parent, kind));
        questions.add(new AccountQuestion(null, null, null, null, null, null, duns, null));
        return ((Registered) outcome).account();
    }

    private interface Customers {
        List<AccountQuestion> of(int round);
    }

    private void race(int rounds, Customers customers, int leastGranted) throws Exception {
        var barrier = new CyclicBarrier(PARTNERS);
        var threads = Executors.newFixedThreadPool(PARTNERS);
        try {
            for (int round = 0; round < rounds; round++) {
                // Five minutes apart nobody asks too often.
                clock.advance(Duration.ofMinutes(5));
                var wanted = customers.of(round);
                var attempts = new ArrayList<Callable<ClaimOutcome>>();
                for (int number = 0; number < PARTNERS; number++) {
                    var seller = sellers.get(number);
                    var question = wanted.get(ThreadLocalRandom.current().nextInt(wanted.size()));
                    boolean reserve = number % 2 == 0;
                    attempts.add(() -> {
                        barrier.await();
                        return reserve ? reservations.reserve(seller, question) : hold(seller, question);
                    });
                }
                var granted = new ArrayList<ClaimView>();
                for (var result : threads.invokeAll(attempts)) {
                    if (outcome(result) instanceof Granted done) {
                        granted.add(done.claim());
                    }
                }
                assertThat(doubleOwners())
                        .as("double owners in round %d", round)
                        .isZero();
                assertThat(granted.stream().filter(ClaimView::exclusive))
                        .as("granted in round %d", round)
                        .hasSizeGreaterThanOrEqualTo(1);
                if (leastGranted == 1) {
                    assertThat(granted).as("one account in round %d", round).hasSize(1);
                }
                granted.forEach(claim -> claims.release(claim.subject(), ClaimEnd.RELEASED));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static ClaimOutcome outcome(Future<ClaimOutcome> result) throws InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException failure) {
            throw new AssertionError("A claim neither granted nor refused", failure.getCause());
        }
    }

    private ClaimOutcome hold(Actor seller, AccountQuestion question) {
        return claims.hold(new HoldRequest(
                PartnerId.of(seller.partner().orElseThrow()),
                seller.person(),
                null,
                question,
                ClaimScope.everything(),
                UUID.randomUUID(),
                clock.instant().plus(Duration.ofDays(30))));
    }

    /**
     * Pairs of present exclusive claims of different partners, one of them in this race, of which one account lies within
     * the other.
     */
    private long doubleOwners() {
        return jdbc.sql("""
                        select count(*) from account_claim c join account a on a.id = c.account_id
                        join account_claim d on d.root_id = c.root_id and d.partner_id <> c.partner_id
                        join account b on b.id = d.account_id
                        where c.ended_at is null and d.ended_at is null and c.exclusive and d.exclusive
                        and substring(b.path from 1 for char_length(a.path)) = a.path
                        and c.partner_id in (:racing)
                        """)
                .param(
                        "racing",
                        sellers.stream()
                                .map(seller -> seller.partner().orElseThrow().id())
                                .toList())
                .query(Long.class)
                .single();
    }
}

package io.handsel.accounts;

import io.handsel.CompanyNames;
import io.handsel.MovableClock;
import io.handsel.accounts.AccountOutcome.Registered;
import io.handsel.accounts.ClaimOutcome.Granted;
import io.handsel.accounts.TreeDeed.Merge;
import io.handsel.accounts.TreeDeed.Move;
import io.handsel.accounts.TreeDeed.Place;
import io.handsel.accounts.TreeDeed.Split;
import io.handsel.accounts.TreeOutcome.Done;
import io.handsel.accounts.TreeOutcome.Foreseen;
import io.handsel.partner.PartnerId;
import io.handsel.security.Actor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Managers who move, merge and split the nodes of a few trees while partners reserve and register them, all at the same
 * instant, over and over. After every round the database is asked whether everything that must hold still does.
 */
final class TreeRace {

    private static final int SELLERS = 8;
    private static final int MOVERS = 4;
    private static final int NODES = 14;
    /** After so many rounds everything begins anew, or the tombstones would outnumber the living. */
    private static final int ROUNDS_A_FOREST = 20;

    private final AccountTree tree;
    private final AccountClaims claims;
    private final AccountReservations reservations;
    private final AccountRegister register;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final MovableClock clock;
    private final List<Actor> sellers;
    private final Actor manager;
    private final Map<String, Integer> happened = new TreeMap<>();
    private List<AccountView> forest = List.of();

    TreeRace(
            AccountTree tree,
            AccountClaims claims,
            AccountReservations reservations,
            AccountRegister register,
            AccountFixtures fixtures,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            MovableClock clock) {
        this.tree = tree;
        this.claims = claims;
        this.reservations = reservations;
        this.register = register;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.sellers = IntStream.range(0, SELLERS)
                .mapToObj(number -> fixtures.salesOfNewPartner("Racer " + number))
                .toList();
        this.manager = fixtures.manager();
    }

    /** What was done how often. */
    Map<String, Integer> run(int rounds) throws Exception {
        var barrier = new CyclicBarrier(SELLERS + MOVERS);
        var threads = Executors.newFixedThreadPool(SELLERS + MOVERS);
        try {
            for (int round = 0; round < rounds; round++) {
                if (round % ROUNDS_A_FOREST == 0) {
                    plant();
                }
                // Five minutes apart nobody asks too often.
                clock.advance(Duration.ofMinutes(5));
                var attempts = new ArrayList<Callable<Object>>();
                for (int number = 0; number < MOVERS; number++) {
                    var deed = deed();
                    boolean shown = number % 2 == 0;
                    attempts.add(() -> {
                        barrier.await();
                        return shown ? afterLooking(deed) : tree.carryOut(manager, deed);
                    });
                }
                for (int number = 0; number < SELLERS; number++) {
                    var seller = sellers.get(number);
                    var question = number == 0 ? nobodyKnown() : about(any());
                    boolean reserve = number % 2 == 0;
                    attempts.add(() -> {
                        barrier.await();
                        return reserve ? reservations.reserve(seller, question) : hold(seller, question);
                    });
                }
                for (var result : threads.invokeAll(attempts)) {
                    count(outcome(result));
                }
                new TreeInvariants(jdbc).hold("round " + round);
                // Some stay, so that the next round's deeds meet them; none longer than a few rounds.
                open().stream()
                        .filter(subject -> ThreadLocalRandom.current().nextInt(3) > 0)
                        .forEach(subject -> claims.release(subject, ClaimEnd.RELEASED));
            }
        } finally {
            threads.shutdownNow();
        }
        happened.put(
                "contested",
                jdbc.sql("select count(*) from audit_entry where action = 'contested'")
                        .query(Integer.class)
                        .single());
        return happened;
    }

    private Object afterLooking(TreeDeed deed) {
        return tree.preview(deed) instanceof Foreseen foreseen
                ? tree.carryOut(manager, deed, foreseen.preview().stamp())
                : "refused";
    }

    private void count(Object outcome) {
        if (outcome instanceof Done) {
            happened.merge("deeds", 1, Integer::sum);
        } else if (outcome instanceof Granted) {
            happened.merge("grants", 1, Integer::sum);
        } else {
            happened.merge("refusals", 1, Integer::sum);
        }
    }

    private TreeDeed deed() {
        var one = any();
        var other = any();
        return switch (ThreadLocalRandom.current().nextInt(12)) {
            case 0, 1, 2, 3 -> new Move(one.id(), null);
            case 4 -> new Merge(one.id(), other.id());
            case 5 -> split(one);
            default -> new Move(one.id(), other.id());
        };
    }

    private Split split(AccountView account) {
        var children = jdbc.sql("select id from account where parent_id = ?")
                .param(account.id().id())
                .query((row, number) -> new AccountId(row.getObject(1, UUID.class)))
                .list();
        var claim = jdbc.sql("select id from account_claim where account_id = ? and ended_at is null limit 1")
                .param(account.id().id())
                .query((row, number) -> new ClaimId(row.getObject(1, UUID.class)))
                .list();
        return new Split(
                account.id(),
                "Part " + UUID.randomUUID(),
                AccountKind.SITE,
                Place.BESIDE,
                Set.of(),
                Set.of(),
                Set.copyOf(children.subList(0, (children.size() + 1) / 2)),
                Set.copyOf(claim));
    }

    private AccountView any() {
        return forest.get(ThreadLocalRandom.current().nextInt(forest.size()));
    }

    private void plant() {
        transaction.executeWithoutResult(status -> clear());
        var planted = new ArrayList<AccountView>();
        for (int number = 0; number < NODES; number++) {
            planted.add(node(number < 3 ? null : planted.get(number % 3)));
        }
        forest = List.copyOf(planted);
    }

    private void clear() {
        for (var table : List.of(
                "account_claim_line",
                "account_holder",
                "account_claim",
                "account_question",
                "account_designation",
                "account_identity",
                "account_name")) {
            jdbc.sql("delete from " + table).update();
        }
        jdbc.sql("update account set parent_id = null, root_id = id, merged_into = null")
                .update();
        jdbc.sql("delete from account").update();
    }

    private AccountView node(AccountView parent) {
        var duns = String.format("%09d", ThreadLocalRandom.current().nextInt(1_000_000_000));
        var wanted = NewAccount.company("Node " + duns, "DE", null, null).identifiedBy(duns, null);
        var outcome = register.register(
                manager, parent == null ? wanted : wanted.below(parent.id(), AccountKind.LEGAL_ENTITY));
        return ((Registered) outcome).account();
    }

    private static AccountQuestion about(AccountView account) {
        return new AccountQuestion(
                null, null, null, null, null, null, account.name().substring("Node ".length()), null);
    }

    private static AccountQuestion nobodyKnown() {
        var unique = UUID.randomUUID().toString();
        return AccountQuestion.about(CompanyNames.next(), unique + ".com", "DE");
    }

    private List<UUID> open() {
        return jdbc.sql("select open_subject from account_claim where ended_at is null")
                .query(UUID.class)
                .list();
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

    private static Object outcome(Future<Object> result) throws InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException failure) {
            throw new AssertionError("Neither done nor refused", failure.getCause());
        }
    }
}

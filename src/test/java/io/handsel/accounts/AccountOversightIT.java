package io.handsel.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handsel.MovableClock;
import io.handsel.PostgresDatabase;
import io.handsel.StatementCount;
import io.handsel.accounts.AccountOutcome.Registered;
import io.handsel.accounts.AskerFilter.By;
import io.handsel.accounts.AskerFilter.Show;
import io.handsel.accounts.ClaimOutcome.Granted;
import io.handsel.security.Actor;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The registers of this module on PostgreSQL, which sorts, locks and infers types in its own way. */
@SpringBootTest
@ActiveProfiles("test")
@Import({MovableClock.class, AccountFixtures.class, StatementCount.class})
class AccountOversightIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final int NODES = 4;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        PostgresDatabase.create().register(registry);
    }

    @Autowired
    HouseAccounts house;

    @Autowired
    DesignationNotices notices;

    @Autowired
    DesignationProposals proposals;

    @Autowired
    AccountProfiles profiles;

    @Autowired
    AskerList list;

    @Autowired
    QuestionReview review;

    @Autowired
    QuestionLog log;

    @Autowired
    AccountRegister register;

    @Autowired
    AccountReservations reservations;

    @Autowired
    AccountCheck check;

    @Autowired
    ClaimTrees trees;

    @Autowired
    AccountClaims holding;

    @Autowired
    AccountNames names;

    @Autowired
    AccountChanges changes;

    @Autowired
    TreeLocks locks;

    @Autowired
    ColleagueRequests colleagues;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    AccountFixtures fixtures;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    Actor ann;
    Actor manager;

    @BeforeEach
    void a_partner_and_a_manager() {
        clock.moveTo(MovableClock.START);
        ann = fixtures.salesOfNewPartner("Northwind");
        manager = fixtures.manager();
    }

    @ParameterizedTest
    @CsvSource({"REVIEW, false", "REVIEW, true", "NAME, false", "NAME, true", "FROM, false", "FROM, true"})
    void pages_of_the_register_lose_and_repeat_nobody(HouseFilter.Order order, boolean descending) {
        for (int number = 0; number < 7; number++) {
            designate(
                    account(number % 2 == 0 ? "Same" : "Ä " + number),
                    TODAY.minusDays(number % 3),
                    number < 2 ? null : TODAY.plusDays(number % 3));
        }

        var seen = new ArrayList<UUID>();
        String after = null;
        do {
            var page = house.page(
                    new HouseFilter(HouseFilter.Show.IN_FORCE, null, null, manager.person(), order, descending, after),
                    2);
            page.lines().forEach(line -> seen.add(line.word()));
            after = page.next();
        } while (after != null);

        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void of_several_nodes_that_tell_at_once_one_does() throws Exception {
        for (int count = 0; count < 10; count++) {
            var account = account("Told");
            assertThat(reservations.reserve(ann, AccountQuestion.about(account.name(), null, "DE")))
                    .isInstanceOf(Granted.class);
            designate(account, TODAY.plusDays(20), null);
            designate(account("Due"), TODAY, TODAY);
        }

        var nodes = Executors.newFixedThreadPool(NODES);
        try {
            Callable<Integer> tick = () -> notices.tellPartners(100) + notices.tellOwners(100);
            List<Callable<Integer>> ticks = new ArrayList<>();
            for (int node = 0; node < 2 * NODES; node++) {
                ticks.add(tick);
            }
            for (Future<Integer> done : nodes.invokeAll(ticks)) {
                done.get();
            }
        } finally {
            nodes.shutdownNow();
        }

        assertThat(count("select count(*) from account_designation_notice where partner_id = ?", ann))
                .isEqualTo(10);
        assertThat(jdbc.sql(
                                "select count(*) from outbox_mail where once_key like 'designation review %' and subject like 'Due%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(10);
        assertThat(jdbc.sql("select count(*) from outbox_mail where once_key like ? and subject like 'Told%'")
                        .param("designation %" + ann.person())
                        .query(Integer.class)
                        .single())
                .isEqualTo(10);
    }

    @Test
    void the_table_is_shown_and_carried_out() {
        var account = account("Strategic");
        profiles.write(manager, account.id(), new AccountProfile("strategic", null, null, false));

        assertThat(proposals.isOutdated()).isTrue();
        assertThat(proposals.page(null, 50).proposals())
                .extracting(proposal -> proposal.account().id())
                .contains(account.id());
        proposals.applyToAll(manager, proposals.version());
        assertThat(proposals.about(account.id())).isEmpty();
        assertThat(proposals.isOutdated()).isFalse();
    }

    @Test
    void who_asks_is_listed_in_two_statements_however_many_there_are() {
        var names = List.of("Aa", "Bb", "Cc", "Dd", "Ee", "Ff", "Gg", "Hh", "Ii", "Jj");
        for (int number = 0; number < 5; number++) {
            var asker = fixtures.salesOfNewPartner("Asker");
            names.subList(0, 2 * number + 2)
                    .forEach(name -> check.ask(asker, AccountQuestion.about(name + " Works", null, "DE")));
        }
        review.block(manager, ann.person().id(), "Enough");

        var pages = new ArrayList<AskerPage>();
        for (var by : By.values()) {
            assertThat(StatementCount.during(
                            () -> pages.add(list.page(new AskerFilter(by, Show.ALL, "asker", null), 3))))
                    .hasSizeLessThanOrEqualTo(2);
        }
        assertThat(pages.get(0).lines()).hasSize(3);
        assertThat(pages.get(0).lines().get(0).patterns()).contains(AskerPage.Pattern.ALPHABET);
        assertThat(list.page(
                                new AskerFilter(
                                        By.PERSON,
                                        Show.ALL,
                                        "asker",
                                        pages.get(0).next()),
                                3)
                        .lines())
                .hasSize(2)
                .doesNotContainAnyElementsOf(pages.get(0).lines());
        assertThat(list.page(new AskerFilter(By.PERSON, Show.BLOCKED, null, null), 3)
                        .lines())
                .extracting(AskerPage.Line::asker)
                .contains(ann.person().id());
        var asker = review.find(pages.get(0).lines().get(0).asker());
        assertThat(review.questions(asker, AccountVerdict.FREE, null, 3).lines())
                .hasSize(3);
        clock.advance(Duration.ofDays(366));
        assertThat(log.forget(clock.instant(), 10)).isEqualTo(10);
    }

    @Test
    void a_tree_is_drawn_in_as_many_statements_however_many_partners_are_in_it() {
        var account = account("Shared");
        reserve(account, "security");
        trees.of(account.id());
        var ofOne = StatementCount.during(() -> trees.of(account.id()));
        reserve(account, "backup");
        reserve(account, "cloud");

        var drawn = new ArrayList<ClaimTree>();
        var ofThree = StatementCount.during(() -> drawn.add(trees.of(account.id())));

        assertThat(ofThree).hasSameSizeAs(ofOne);
        assertThat(drawn.get(0).roots().get(0).marks())
                .extracting(ClaimTree.Mark::partner)
                .containsExactly("Seller of security", "Seller of backup", "Seller of cloud");
    }

    @Test
    void nobody_changes_a_name_or_asks_a_colleague_while_somebody_decides_about_the_tree() throws Exception {
        var site = site(account("Group"));
        var claim = ((Granted) reservations.reserve(ann, AccountQuestion.about(site.name(), null, "DE"))).claim();
        var colleague = fixtures.admin(ann);

        waits(() -> locks.lock(site), () -> named(site));
        waits(() -> locks.lock(site), () -> colleagues.ask(colleague, claim.id(), ColleagueWish.JOIN));
    }

    @Test
    void nobody_changes_a_name_while_somebody_asks_who_goes_by_it() throws Exception {
        var site = site(account("Group"));

        waits(changes::lock, () -> named(site));
    }

    @Test
    void nobody_gives_away_a_reservation_that_has_just_become_a_registration() throws Exception {
        var account = account("Customer");
        var question = AccountQuestion.about(account.name(), null, "DE");
        var claim = ((Granted) reservations.reserve(ann, question)).claim();
        var colleague = fixtures.admin(ann);
        var request =
                ((ColleagueOutcome.Waiting) colleagues.ask(colleague, claim.id(), ColleagueWish.TAKE_OVER)).request();
        var registration = new HoldRequest(
                claim.partner(),
                ann.person(),
                null,
                question,
                ClaimScope.everything(),
                UUID.randomUUID(),
                clock.instant().plus(Duration.ofDays(30)));

        var answer = whileSomebodyHas(
                () -> locks.lock(account), () -> holding.hold(registration), () -> colleagues.agree(ann, request.id()));

        assertThat(answer).isEqualTo(new ColleagueOutcome.Refused(ColleagueRefusal.ENDED));
        assertThat(colleagues.waitingFor(ann))
                .extracting(ColleagueRequest::subject)
                .contains(registration.subject());
    }

    private AccountOutcome named(AccountView account) {
        var name = new AccountName(AccountNameKind.TRADING, "Also " + account.name());
        return names.add(
                manager, account.id(), name, register.record(account.id()).version());
    }

    /** What is done while a lock is held is done once it is not. */
    private void waits(Runnable lock, Callable<?> act) throws Exception {
        assertThat(whileSomebodyHas(lock, () -> {}, act)).isNotNull();
    }

    /** What came of an act that had to wait for somebody who did something else first. */
    private <T> T whileSomebodyHas(Runnable lock, Runnable first, Callable<T> act) throws Exception {
        var locked = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var holder = threads.submit(() -> transaction.executeWithoutResult(status -> {
                lock.run();
                locked.countDown();
                waitFor(over);
                first.run();
            }));
            waitFor(locked);
            var waiting = threads.submit(act);
            await().until(() -> waiting.isDone() || somebodyWaits());
            assertThat(waiting.isDone()).as("done at once").isFalse();
            over.countDown();
            holder.get();
            return waiting.get();
        } finally {
            over.countDown();
            threads.shutdownNow();
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select count(*) from pg_stat_activity"
                                + " where datname = current_database() and wait_event_type = 'Lock'")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private AccountView site(AccountView company) {
        var wanted = NewAccount.company("Site " + UUID.randomUUID(), "DE", null, null)
                .below(company.id(), AccountKind.SITE);
        return ((Registered) register.register(manager, wanted)).account();
    }

    private void reserve(AccountView account, String productLine) {
        var seller = fixtures.salesOfNewPartner("Seller of " + productLine);
        assertThat(reservations.reserve(
                        seller,
                        AccountQuestion.about(account.name(), null, "DE"),
                        ClaimScope.of(ClaimScope.STANDARD_PROGRAM, List.of(productLine))))
                .isInstanceOf(Granted.class);
        clock.advance(Duration.ofSeconds(1));
    }

    private int count(String sql, Actor actor) {
        return jdbc.sql(sql)
                .param(actor.partner().orElseThrow().id())
                .query(Integer.class)
                .single();
    }

    private AccountView account(String name) {
        var unique = UUID.randomUUID().toString();
        return ((Registered)
                        register.register(manager, NewAccount.company(name + " " + unique, "DE", null, unique + ".de")))
                .account();
    }

    private void designate(AccountView account, LocalDate from, LocalDate reviewOn) {
        assertThat(register.designate(
                        manager,
                        account.id(),
                        new DesignateAccount(Designation.HOUSE, null, "Agreed", null, from, reviewOn)))
                .isEmpty();
    }
}

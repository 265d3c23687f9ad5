package io.handsel.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.CompanyNames;
import io.handsel.MovableClock;
import io.handsel.accounts.ClaimOutcome.Granted;
import io.handsel.accounts.ClaimOutcome.Refused;
import io.handsel.engine.DecisionTable;
import io.handsel.engine.Facts;
import io.handsel.security.Actor;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** How asking is slowed down, paused, logged and forgotten. */
@SpringBootTest
@ActiveProfiles("test")
@Import({MovableClock.class, AccountFixtures.class})
class QuestionGuardTests {

    private static final int FREE_QUESTIONS = 30;
    private static final int AT_ONCE = 1000;

    @Autowired
    AccountCheck check;

    @Autowired
    AccountReservations reservations;

    @Autowired
    QuestionLog log;

    @Autowired
    QuestionReview review;

    @Autowired
    AccountFixtures fixtures;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    Actor ann;
    Actor bob;
    Actor operator;
    private final Map<String, String> names = new HashMap<>();

    @BeforeEach
    void two_partners() {
        clock.moveTo(MovableClock.START);
        ann = fixtures.salesOfNewPartner("Northwind");
        bob = fixtures.salesOfNewPartner("Contoso");
        operator = fixtures.manager();
    }

    @Test
    void the_table_has_one_row_and_it_is_hit() {
        var table = DecisionTable.of("accounts", "question-guard");
        assertThat(table.one(Facts.of("tier", "gold").and("program", "standard"))
                        .integer("slowAfterPercent"))
                .isEqualTo(50);
        table.assertEveryRowWasHit();
    }

    @Test
    void after_half_of_the_quota_each_question_waits_longer_than_the_one_before() {
        for (int count = 1; count < FREE_QUESTIONS; count++) {
            assertThat(ask("Customer " + count).waitSeconds()).isNull();
        }

        assertThat(ask("Customer 30").waitSeconds())
                .as("kindly said beforehand")
                .isEqualTo(2);
        var refused = ask("Customer 31");
        assertThat(refused.verdict()).isEqualTo(AccountVerdict.SLOW_DOWN);
        assertThat(refused.until()).isEqualTo(MovableClock.START.plusSeconds(2));
        assertThat(reservations.reserve(ann, named("Customer 31")))
                .isEqualTo(Refused.until(ClaimRefusal.TOO_MANY_QUESTIONS, MovableClock.START.plusSeconds(2)));

        clock.advance(Duration.ofSeconds(2));
        assertThat(ask("Customer 31").waitSeconds()).isEqualTo(4);
        clock.advance(Duration.ofSeconds(3));
        assertThat(ask("Customer 32").verdict()).isEqualTo(AccountVerdict.SLOW_DOWN);
        clock.advance(Duration.ofSeconds(1));
        assertThat(ask("Customer 32").verdict()).isEqualTo(AccountVerdict.FREE);
        assertThat(ask("Customer 32").verdict())
                .as("the same again is no question")
                .isEqualTo(AccountVerdict.FREE);
        assertThat(check.ask(bob, named("Customer 33")).verdict()).isEqualTo(AccountVerdict.FREE);
    }

    @Test
    void a_registration_neither_waits_nor_is_kept_from_whoever_is_blocked() {
        for (int count = 1; count <= FREE_QUESTIONS; count++) {
            ask("Customer " + count);
        }
        assertThat(ask("A customer", QuestionOccasion.PREVIEW).verdict()).isEqualTo(AccountVerdict.SLOW_DOWN);
        assertThat(ask("A customer", QuestionOccasion.REGISTRATION).verdict()).isEqualTo(AccountVerdict.FREE);

        review.block(operator, ann.person().id(), "Asks through the alphabet");
        assertThat(ask("Another", QuestionOccasion.REGISTRATION).verdict()).isEqualTo(AccountVerdict.FREE);
        assertThat(ask("Another", QuestionOccasion.PREVIEW).verdict()).isEqualTo(AccountVerdict.ASKING_PAUSED);
    }

    @Test
    void whoever_is_blocked_hears_so_and_is_heard_again_afterwards() {
        var colleague = fixtures.admin(ann);
        var reservedBefore = reservations.reserve(ann, named("Before"));
        assertThat(reservedBefore).isInstanceOf(Granted.class);

        assertThat(review.block(operator, ann.person().id(), "Asks through the alphabet"))
                .isEmpty();
        assertThat(review.block(operator, ann.person().id(), "Once more")).contains(BlockRefusal.NOT_NOW);
        assertThat(ask("Before").verdict()).isEqualTo(AccountVerdict.ASKING_PAUSED);
        assertThat(reservations.reserve(ann, named("After"))).isEqualTo(Refused.because(ClaimRefusal.ASKING_PAUSED));
        assertThat(check.ask(colleague, named("After")).verdict()).isEqualTo(AccountVerdict.FREE);

        assertThat(review.block(operator, ann.partner().orElseThrow().id(), "All of them"))
                .isEmpty();
        assertThat(check.ask(colleague, named("Later")).verdict()).isEqualTo(AccountVerdict.ASKING_PAUSED);
        assertThat(check.ask(bob, named("Later")).verdict()).isEqualTo(AccountVerdict.FREE);

        assertThat(review.unblock(operator, ann.partner().orElseThrow().id(), "We talked"))
                .isEmpty();
        assertThat(review.unblock(operator, ann.person().id(), "We talked")).isEmpty();
        assertThat(review.unblock(operator, ann.person().id(), "We talked")).contains(BlockRefusal.NOT_NOW);
        assertThat(review.block(operator, ann.person().id(), " ")).contains(BlockRefusal.REASON_MISSING);
        assertThat(ask("Before").verdict()).isEqualTo(AccountVerdict.YOURS);
    }

    @Test
    void every_question_is_logged_with_what_was_answered_and_where_it_was_asked() {
        ask("Customer");
        reservations.reserve(ann, named("Customer"));
        ask("Customer", QuestionOccasion.PREVIEW);
        ask("Customer", QuestionOccasion.REGISTRATION);
        check.ask(bob, named("Customer"));
        reservations.reserve(bob, named("Customer"));
        check.ask(ann, AccountQuestion.about("", null, "DE"));
        review.block(operator, ann.person().id(), "Enough");
        ask("Customer");

        assertThat(jdbc.sql(
                                "select occasion || ' ' || verdict || case when account_id is null then '' else ' known' end"
                                        + " from account_question where person_id in (?, ?) order by id")
                        .params(ann.person().id(), bob.person().id())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "CHECK FREE",
                        "RESERVATION FREE known",
                        "PREVIEW YOURS known",
                        "REGISTRATION YOURS known",
                        "CHECK RESERVED known",
                        "RESERVATION RESERVED",
                        "CHECK UNCLEAR",
                        "CHECK ASKING_PAUSED");
    }

    @Test
    void questions_are_forgotten_after_as_many_days_as_the_table_says() {
        ask("Old");
        clock.advance(Duration.ofDays(300));
        ask("New");
        forget();
        assertThat(names()).hasSize(2);
        clock.advance(Duration.ofDays(65).plusSeconds(1));

        forget();
        assertThat(names()).containsExactly(AccountNameKey.plain(name("New")));
    }

    private void forget() {
        while (log.forget(clock.instant(), AT_ONCE) == AT_ONCE) {
            // The rest.
        }
    }

    private List<String> names() {
        return jdbc.sql("select asked_name from account_question where person_id = ? order by id")
                .param(ann.person().id())
                .query(String.class)
                .list();
    }

    private AccountAnswer ask(String name) {
        return ask(name, QuestionOccasion.CHECK);
    }

    private AccountAnswer ask(String name, QuestionOccasion occasion) {
        return check.ask(ann, named(name), ClaimScope.everything(), occasion);
    }

    /** Nobody's name is like another's. */
    private String name(String customer) {
        return names.computeIfAbsent(customer, unknown -> CompanyNames.next());
    }

    private AccountQuestion named(String name) {
        return AccountQuestion.about(name(name), null, "DE");
    }
}

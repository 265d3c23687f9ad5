package io.handsel.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.handsel.MovableClock;
import io.handsel.accounts.AccountOutcome.Registered;
import io.handsel.accounts.HouseFilter.Order;
import io.handsel.accounts.HouseFilter.Show;
import io.handsel.accounts.HousePage.Line;
import io.handsel.security.Actor;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest
@ActiveProfiles("test")
@Import({MovableClock.class, AccountFixtures.class})
class HouseAccountsTests {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired
    HouseAccounts house;

    @Autowired
    AccountRegister register;

    @Autowired
    AccountProfiles profiles;

    @Autowired
    DesignationProposals proposals;

    @Autowired
    AccountFixtures fixtures;

    @Autowired
    MovableClock clock;

    Actor manager;

    @BeforeEach
    void a_manager() {
        clock.moveTo(MovableClock.START);
        manager = fixtures.manager();
    }

    @Test
    void what_is_overdue_stands_first_and_what_needs_no_look_last() {
        var never = account("Never", null);
        var later = account("Later", null);
        var overdue = account("Overdue", null);
        lay(never, Designation.HOUSE, TODAY, null);
        lay(later, Designation.HOUSE, TODAY, TODAY.plusDays(9));
        lay(overdue, Designation.HOUSE, TODAY.minusDays(9), TODAY.minusDays(1));

        assertThat(mine(Show.IN_FORCE))
                .extracting(line -> line.account().id())
                .containsExactly(overdue.id(), later.id(), never.id());
        assertThat(mine(Show.DUE)).singleElement().satisfies(line -> {
            assertThat(line.due()).isTrue();
            assertThat(line.account()).isEqualTo(overdue);
        });
    }

    @Test
    void only_what_counts_today_is_in_force_and_what_comes_is_told_apart() {
        var account = account("Acme", null);
        lay(account, Designation.HOUSE, TODAY.minusDays(30), null);
        lay(account, Designation.OPEN, TODAY.minusDays(10), null);
        lay(account, Designation.HOUSE, TODAY.plusDays(10), null);

        assertThat(mine(Show.IN_FORCE)).isEmpty();
        assertThat(mine(Show.COMING))
                .extracting(Line::designation, Line::from)
                .containsExactly(tuple(Designation.HOUSE, TODAY.plusDays(10)));

        lay(account, Designation.OPEN, TODAY.plusDays(10), null);
        assertThat(mine(Show.COMING))
                .as("the later word for the same day is the one that comes")
                .extracting(Line::designation)
                .containsExactly(Designation.OPEN);
        clock.advance(Duration.ofDays(11));
        assertThat(mine(Show.IN_FORCE)).isEmpty();
    }

    @Test
    void the_tables_word_below_a_persons_is_not_in_force() {
        var group = account("Group", null);
        var company = account("Company", group.id());
        profiles.write(manager, company.id(), new AccountProfile("strategic", null, null, false));
        proposals.apply(manager, proposals.version(), List.of(company.id()));
        clock.advance(Duration.ofDays(31));
        assertThat(mine(Show.IN_FORCE)).extracting(Line::account).containsExactly(company);

        lay(group, Designation.OPEN, TODAY, null);
        assertThat(mine(Show.IN_FORCE)).isEmpty();
        assertThat(house.find(company.id())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"REVIEW, false", "REVIEW, true", "NAME, false", "NAME, true", "FROM, false", "FROM, true"})
    void pages_lose_and_repeat_nobody(Order order, boolean descending) {
        for (int number = 0; number < 7; number++) {
            var account = account(number % 2 == 0 ? "Same" : "Ä " + number, null);
            lay(
                    account,
                    Designation.HOUSE,
                    TODAY.minusDays(number % 3),
                    number < 2 ? null : TODAY.plusDays(number % 3));
        }

        var seen = new ArrayList<UUID>();
        String after = null;
        do {
            var page = house.page(
                    new HouseFilter(Show.IN_FORCE, null, null, manager.person(), order, descending, after), 2);
            page.lines().forEach(line -> seen.add(line.word()));
            after = page.next();
        } while (after != null);

        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"nonsense", "2026-99-99~x", "2026-06-31~00000000-0000-0000-0000-000000000000", "~", "''"})
    void a_cursor_made_by_hand_breaks_nothing(String after) {
        lay(account("Acme", null), Designation.HOUSE, TODAY, TODAY.plusDays(400));

        assertThat(house.page(
                                new HouseFilter(
                                        Show.IN_FORCE, null, null, manager.person(), Order.REVIEW, false, after),
                                2)
                        .lines())
                .hasSize(1);
    }

    @Test
    void what_stays_is_looked_at_again_later_and_only_once() {
        var account = account("Acme", null);
        lay(account, Designation.HOUSE, TODAY.minusDays(9), TODAY);
        var line = mine(Show.DUE).get(0);

        assertThat(house.review(manager, account.id(), ReviewHouseAccount.stays(line.word(), TODAY)))
                .contains(ReviewRefusal.NOT_LATER);
        assertThat(house.review(manager, account.id(), ReviewHouseAccount.stays(line.word(), TODAY.plusDays(1))))
                .isEmpty();

        assertThat(mine(Show.DUE)).isEmpty();
        assertThat(mine(Show.IN_FORCE))
                .extracting(Line::from, Line::reviewOn)
                .containsExactly(tuple(TODAY.minusDays(9), TODAY.plusDays(1)));
    }

    @Test
    void what_is_opened_is_open_from_that_day_and_the_table_does_not_close_it_again() {
        var account = account("Acme", null);
        profiles.write(manager, account.id(), new AccountProfile("strategic", null, null, false));
        proposals.apply(manager, proposals.version(), List.of(account.id()));
        clock.advance(Duration.ofDays(31));
        var line = mine(Show.IN_FORCE).get(0);
        var opening = house.nextOpening(account);
        assertThat(opening).isEqualTo(TODAY.plusDays(61));
        assertThat(house.nextReview(account)).contains(TODAY.plusDays(31 + 365));

        assertThat(house.review(
                        manager, account.id(), ReviewHouseAccount.opens(line.word(), opening, "They asked for it")))
                .isEmpty();
        assertThat(mine(Show.IN_FORCE)).hasSize(1);
        clock.advance(Duration.ofDays(30));

        assertThat(mine(Show.IN_FORCE)).isEmpty();
        assertThat(proposals.about(account.id())).isEmpty();
        assertThat(house.review(manager, account.id(), ReviewHouseAccount.stays(line.word(), TODAY.plusDays(500))))
                .contains(ReviewRefusal.CHANGED_MEANWHILE);
    }

    private List<Line> mine(Show show) {
        var usual = HouseFilter.of(show);
        return house.page(
                        new HouseFilter(show, null, null, manager.person(), usual.order(), usual.descending(), null),
                        100)
                .lines();
    }

    private AccountView account(String name, @Nullable AccountId parent) {
        var unique = UUID.randomUUID().toString();
        var wanted = NewAccount.company(name + " " + unique, "DE", null, unique + ".de");
        return ((Registered) register.register(
                        manager, parent == null ? wanted : wanted.below(parent, AccountKind.LEGAL_ENTITY)))
                .account();
    }

    /** One after the other: of two words for the same day the later one counts. */
    private void lay(AccountView account, Designation designation, LocalDate from, @Nullable LocalDate reviewOn) {
        clock.advance(Duration.ofSeconds(1));
        assertThat(register.designate(
                        manager, account.id(), new DesignateAccount(designation, null, "Agreed", null, from, reviewOn)))
                .isEmpty();
    }
}

package io.handsel.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handsel.MovableClock;
import io.handsel.engine.BusinessKey;
import io.handsel.forms.FormValues;
import io.handsel.kernel.Money;
import io.handsel.kernel.Period;
import io.handsel.security.Actor;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.security.SignedIn;
import io.handsel.tasklist.Deputies.Appointment;
import io.handsel.tasklist.DeskOutcome.Done;
import io.handsel.tasklist.DeskOutcome.How;
import io.handsel.tasklist.DeskOutcome.Overtaken;
import io.handsel.tasklist.DeskOutcome.Reason;
import io.handsel.tasklist.DeskOutcome.Refused;
import io.handsel.tasklist.TaskFilter.Due;
import io.handsel.tasklist.TaskFilter.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** What a date does by itself: tasks come back, deputies and substitutes begin and end. */
@ErrandDomain
@Import(MovableClock.class)
class TaskDaysTests {

    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 9);
    private static final LocalDate LAST = LocalDate.of(2026, 3, 13);

    @Autowired
    Errands errands;

    @Autowired
    TaskDesk desk;

    @Autowired
    TaskInbox inbox;

    @Autowired
    Deputies deputies;

    @Autowired
    Substitutes substitutes;

    @Autowired
    TaskNewsStream news;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    PersonView mona;
    PersonView max;
    PersonView dirk;

    @BeforeEach
    void begin() {
        errands.publish();
        transactions.executeWithoutResult(
                status -> jdbc.sql("delete from task_entry").update());
        clock.moveTo(MovableClock.START);
        mona = errands.person("Mona", Role.MANAGER);
        max = errands.person("Max", Role.MANAGER);
        dirk = errands.person("Dirk", Role.DIRECTOR);
    }

    @Test
    void what_is_put_aside_leaves_every_list_but_one_and_comes_back_by_itself_on_its_day() {
        var aside = errands.start("Aside", null);
        var open = errands.start("Open", null);
        var day = clock.instant().plus(Duration.ofDays(2));
        desk.claim(mona.actor(), aside);

        assertThat(desk.followUp(mona.actor(), aside, day)).isEqualTo(new Done());

        for (var filter : List.of(TaskFilter.ALL, TaskFilter.of(Scope.GROUP))) {
            assertThat(shown(mona, filter)).containsExactly(open);
        }
        assertThat(shown(mona, TaskFilter.of(Scope.MINE))).isEmpty();
        assertThat(shown(mona, TaskFilter.of(Due.PUT_ASIDE))).containsExactly(aside);
        assertThat(shown(mona, TaskFilter.read("search=aside"))).containsExactly(aside);
        assertThat(count(mona, TaskFilter.ALL)).isEqualTo("1");
        assertThat(count(mona, TaskFilter.of(Due.PUT_ASIDE))).isEqualTo("1");

        clock.moveTo(day.minus(MOMENT));
        assertThat(shown(mona, TaskFilter.ALL)).containsExactly(open);
        clock.moveTo(day);
        assertThat(shown(mona, TaskFilter.ALL)).containsExactlyInAnyOrder(aside, open);
        assertThat(shown(mona, TaskFilter.of(Due.FOLLOW_UP))).containsExactly(aside);
        assertThat(shown(mona, TaskFilter.of(Due.PUT_ASIDE))).isEmpty();
        assertThat(count(mona, TaskFilter.ALL)).isEqualTo("2");
    }

    @Test
    void open_pages_hear_when_a_task_comes_back() {
        var heard = new AtomicInteger();
        Runnable page = heard::incrementAndGet;
        var day = clock.instant().plus(Duration.ofDays(2));
        desk.followUp(mona.actor(), errands.start("Aside", null), day);
        news.listen(page, inbox.page(mona.actor(), TaskFilter.ALL, null).change());
        assertThat(heard).hasValue(0);
        try {
            for (int i = 0; i < 5; i++) {
                news.look();
            }
            heard.set(0);
            news.look();
            assertThat(heard).hasValue(0);

            clock.moveTo(day.plusSeconds(1));
            news.look();

            assertThat(heard).hasValue(1);
        } finally {
            news.leave(page);
        }
    }

    @Test
    void a_page_hears_at_once_of_what_happened_while_it_was_on_its_way() {
        var heard = new AtomicInteger();
        Runnable page = heard::incrementAndGet;
        var made = inbox.page(mona.actor(), TaskFilter.ALL, null).change();
        errands.start("Meanwhile", null);

        news.listen(page, made);
        news.leave(page);

        assertThat(heard).hasValue(1);
    }

    @Test
    void nobody_puts_aside_what_another_holds_or_what_they_may_not_decide() {
        var taken = errands.start("Taken", null);
        var own = errands.start(errands.summary("Own", Money.euros("5"), Set.of(max.id())), null);
        desk.claim(mona.actor(), taken);
        var day = clock.instant().plus(Duration.ofDays(2));

        assertThat(desk.followUp(max.actor(), taken, day)).isInstanceOf(Overtaken.class);
        assertThat(desk.followUp(max.actor(), own, day)).isEqualTo(new Refused(Reason.EXCLUDED));
        assertThat(desk.followUp(mona.actor(), taken, clock.instant())).isEqualTo(new Refused(Reason.NOT_AHEAD));
    }

    @Test
    void a_deputy_sees_nothing_before_the_first_day_and_nothing_after_the_last() {
        var task = errands.start("Seats", null);
        appointOnThePage(dirk, "");

        assertNothingIsSeen(dirk, task);
        clock.moveTo(startOf(FIRST).minus(MOMENT));
        assertNothingIsSeen(dirk, task);
        clock.moveTo(startOf(FIRST));
        assertThat(shown(dirk, TaskFilter.of(Scope.SUBSTITUTE))).containsExactly(task);
        clock.moveTo(startOf(LAST.plusDays(1)).minus(MOMENT));
        assertThat(shown(dirk, TaskFilter.ALL)).containsExactly(task);
        assertThat(desk.claim(dirk.actor(), task)).isEqualTo(new Done());
        var version = entry(dirk, task).version();

        clock.moveTo(startOf(LAST.plusDays(1)));
        assertNothingIsSeen(dirk, task);
        assertThatThrownBy(() -> decide(dirk, task, version)).isInstanceOf(TaskNotFound.class);
        assertThat(entry(mona, task).assigneeName()).isEqualTo("Dirk");
    }

    @Test
    void a_deputys_limit_holds_at_every_moment_and_is_never_more_than_the_absentees() {
        var small = errands.start(errands.summary("Small", Money.euros("1000"), Set.of()), null);
        var large = errands.start(errands.summary("Large", Money.euros("1000.01"), Set.of()), null);
        var foreign = errands.start(errands.summary("Foreign", Money.of("10", "USD"), Set.of()), null);
        var directors = errands.person("Dora", Role.DIRECTOR);
        appointOnThePage(dirk, "1000");
        clock.moveTo(startOf(FIRST));

        assertThat(shown(dirk, TaskFilter.ALL)).containsExactly(small);
        assertNothingIsSeen(dirk, large);
        assertNothingIsSeen(dirk, foreign);
        // Whoever stands in for a deputy gets nothing of what the deputy was lent.
        appoint(dirk, directors, null);
        assertThat(shown(directors, TaskFilter.ALL)).isEmpty();
        appoint(dirk, max, null);
        assertThat(shown(max, TaskFilter.of(Scope.SUBSTITUTE))).isEmpty();
        // The case grows beyond the limit while the deputy holds it.
        desk.claim(dirk.actor(), small);
        var version = entry(dirk, small).version();
        var key = entry(mona, small).caseKey();
        errands.change(key, errands.summary("Grown", Money.euros("90000"), Set.of()));
        transactions.executeWithoutResult(status -> events.publishEvent(new CaseChanged(new BusinessKey(key))));
        assertThatThrownBy(() -> decide(dirk, small, version)).isInstanceOf(TaskNotFound.class);
    }

    @Test
    void a_deputy_of_the_same_group_takes_from_the_absentee_no_more_than_was_lent() {
        var small = errands.start(errands.summary("Small", Money.euros("1000"), Set.of()), null);
        var large = errands.start(errands.summary("Large", Money.euros("1001"), Set.of()), null);
        desk.claim(mona.actor(), small);
        desk.claim(mona.actor(), large);
        appoint(mona, max, Money.euros("1000"));

        assertThat(desk.claim(max.actor(), large)).isInstanceOf(Overtaken.class);
        assertThat(how(decide(max, large, entry(max, large).version()))).isEqualTo(How.TAKEN);
        assertThat(desk.claim(max.actor(), small)).isEqualTo(new Done());
    }

    @Test
    void a_deputy_decides_what_the_absentee_holds_only_as_the_page_showed_it() {
        var task = errands.start("Seats", null);
        var old = entry(mona, task).version();
        desk.claim(mona.actor(), task);
        appoint(mona, max, null);

        assertThat(decide(max, task, old))
                .isInstanceOfSatisfying(
                        Overtaken.class, late -> assertThat(late.how()).isEqualTo(How.CHANGED));
        assertThat(decide(max, task, entry(max, task).version())).isEqualTo(new Done());
    }

    @Test
    void a_substitute_decides_what_the_absentee_holds_from_the_first_moment_to_the_last() {
        var task = errands.start("Seats", null);
        desk.claim(mona.actor(), task);
        standIn(mona, max);
        var version = entry(max, task).version();

        clock.moveTo(startOf(FIRST).minus(MOMENT));
        assertThat(how(decide(max, task, version))).isEqualTo(How.TAKEN);
        assertThat(shown(max, TaskFilter.of(Scope.SUBSTITUTE))).isEmpty();
        clock.moveTo(startOf(LAST.plusDays(1)));
        assertThat(how(decide(max, task, version))).isEqualTo(How.TAKEN);
        assertThat(shown(max, TaskFilter.of(Scope.SUBSTITUTE))).isEmpty();

        clock.moveTo(startOf(LAST.plusDays(1)).minus(MOMENT));
        assertThat(shown(max, TaskFilter.of(Scope.SUBSTITUTE))).containsExactly(task);
        clock.moveTo(startOf(FIRST));
        assertThat(shown(max, TaskFilter.of(Scope.SUBSTITUTE))).containsExactly(task);
        assertThat(decide(max, task, version)).isEqualTo(new Done());
    }

    @Test
    void a_substitute_gets_no_right_of_the_absentee() {
        var task = errands.start("Seats", null);
        desk.claim(mona.actor(), task);
        standIn(mona, dirk);
        clock.moveTo(startOf(FIRST));

        assertThat(shown(dirk, TaskFilter.of(Scope.SUBSTITUTE))).containsExactly(task);
        assertThat(desk.claim(dirk.actor(), task)).isEqualTo(new Refused(Reason.DEPUTY_ENDED));
    }

    @Test
    void a_substitutes_own_absence_falls_to_whoever_stands_in_for_them() {
        var moritz = errands.person("Moritz", Role.MANAGER);
        var task = errands.start("Seats", null);
        desk.claim(mona.actor(), task);
        standIn(mona, max);
        var arranged = standIn(max, moritz);
        clock.moveTo(startOf(FIRST));

        assertThat(shown(moritz, TaskFilter.of(Scope.SUBSTITUTE))).containsExactly(task);
        transactions.executeWithoutResult(status -> substitutes.end(arranged));
        assertThat(desk.claim(moritz.actor(), task)).isInstanceOf(Overtaken.class);
        assertThat(desk.claim(max.actor(), task)).isEqualTo(new Done());
    }

    private void appointOnThePage(PersonView deputy, String most) {
        assertThat(mvc.post()
                        .uri("/tasks/deputies")
                        .param("deputy", deputy.id().toString())
                        .param("from", FIRST.toString())
                        .param("until", LAST.toString())
                        .param("most", most)
                        .param("currency", "EUR")
                        .with(SignedIn.as(inBerlin(mona)))
                        .with(SecurityMockMvcRequestPostProcessors.csrf()))
                .hasStatus(302);
    }

    /** Days begin where the absentee is. */
    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneId.of("Europe/Berlin")).toInstant();
    }

    private static Actor inBerlin(PersonView person) {
        var actor = person.actor();
        return new Actor(
                actor.person(),
                actor.name(),
                actor.roles(),
                actor.organisation(),
                null,
                actor.locale(),
                ZoneId.of("Europe/Berlin"));
    }

    private void appoint(PersonView absentee, PersonView deputy, @Nullable Money most) {
        assertThat(deputies.appoint(
                        absentee.actor(),
                        new Appointment(
                                absentee.id(),
                                deputy.id(),
                                clock.instant(),
                                clock.instant().plus(Duration.ofDays(3)),
                                null,
                                most)))
                .isEmpty();
    }

    private UUID standIn(PersonView absentee, PersonView substitute) {
        var id = UUID.randomUUID();
        transactions.executeWithoutResult(status -> substitutes.standIn(
                id, absentee.id(), substitute.id(), new Period(startOf(FIRST), startOf(LAST.plusDays(1)))));
        return id;
    }

    private void assertNothingIsSeen(PersonView person, String task) {
        assertThat(inbox.find(person.actor(), task)).isEmpty();
        assertThat(shown(person, TaskFilter.ALL)).doesNotContain(task);
        assertThatThrownBy(() -> desk.claim(person.actor(), task)).isInstanceOf(TaskNotFound.class);
        assertThat(mvc.get().uri("/tasks/" + task).with(SignedIn.as(person.actor())))
                .hasStatus(404);
    }

    private DeskOutcome decide(PersonView person, String task, long version) {
        return desk.decide(person.actor(), task, version, new FormValues(Map.of("verdict", "approve")), Map.of());
    }

    private static How how(DeskOutcome outcome) {
        return ((Overtaken) outcome).how();
    }

    private TaskEntry entry(PersonView person, String task) {
        return inbox.find(person.actor(), task).orElseThrow();
    }

    private List<String> shown(PersonView person, TaskFilter filter) {
        return inbox.page(person.actor(), filter, null).entries().stream()
                .map(TaskEntry::id)
                .toList();
    }

    private String count(PersonView person, TaskFilter filter) {
        return inbox.page(person.actor(), TaskFilter.ALL, null).counts().stream()
                .filter(count -> count.filter().equals(filter))
                .findFirst()
                .orElseThrow()
                .shown();
    }
}

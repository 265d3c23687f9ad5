package io.handsel.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handsel.forms.FormValues;
import io.handsel.kernel.Money;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.Role;
import io.handsel.tasklist.Deputies.Appointment;
import io.handsel.tasklist.DeskOutcome.Done;
import io.handsel.tasklist.DeskOutcome.How;
import io.handsel.tasklist.DeskOutcome.Overtaken;
import io.handsel.tasklist.DeskOutcome.Reason;
import io.handsel.tasklist.DeskOutcome.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ErrandDomain
class TaskDeskTests {

    @Autowired
    Errands errands;

    @Autowired
    TaskDesk desk;

    @Autowired
    TaskInbox inbox;

    @Autowired
    Deputies deputies;

    @Autowired
    Presence presence;

    @Autowired
    People people;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    Actor mona;
    Actor max;
    Actor dirk;

    @BeforeEach
    void begin() {
        errands.publish();
        transactions.executeWithoutResult(
                status -> jdbc.sql("delete from task_entry").update());
        mona = errands.person("Mona", Role.MANAGER).actor();
        max = errands.person("Max", Role.MANAGER).actor();
        dirk = errands.person("Dirk", Role.DIRECTOR).actor();
    }

    @Test
    void one_takes_a_task_and_the_other_is_told_who() {
        var task = errands.start("Seats", null);

        assertThat(desk.claim(mona, task)).isEqualTo(new Done());
        var second = desk.claim(max, task);

        assertThat(second).isInstanceOfSatisfying(Overtaken.class, taken -> {
            assertThat(taken.how()).isEqualTo(How.TAKEN);
            assertThat(taken.by()).isEqualTo("Mona");
        });
        assertThat(desk.claim(mona, task)).isEqualTo(new Done());
    }

    @Test
    void gives_a_task_back_and_hands_one_on_only_to_the_group() {
        var task = errands.start("Seats", null);
        desk.claim(mona, task);

        assertThat(desk.release(mona, task)).isEqualTo(new Done());
        assertThat(entry(mona, task).assignee()).isNull();
        assertThat(desk.assign(mona, task, entry(mona, task).version(), dirk.person()))
                .isEqualTo(new Refused(Reason.NOT_THEIRS));
        var old = entry(mona, task).version();
        assertThat(desk.assign(mona, task, old, max.person())).isEqualTo(new Done());
        assertThat(entry(mona, task).assigneeName()).isEqualTo("Max");
        assertThat(desk.assign(mona, task, old, mona.person())).isInstanceOf(Overtaken.class);
    }

    @Test
    void decides_what_nobody_has_taken_and_completes_the_process() {
        var task = errands.start("Seats", null);
        var entry = entry(mona, task);

        assertThat(decide(mona, entry, "approve")).isEqualTo(new Done());

        assertThat(errands.decided).containsEntry(entry.caseKey(), "approve");
        assertThat(inbox.find(mona, task)).isEmpty();
    }

    @Test
    void a_refusal_of_the_domain_leaves_everything_as_it_was() {
        var task = errands.start("Seats", null);
        var entry = entry(mona, task);

        assertThat(decide(mona, entry, "reject"))
                .isEqualTo(new Refused("errand.refused.NO_REASON", List.of(), "reason"));

        assertThat(entry(mona, task)).isEqualTo(entry);
        assertThat(errands.decided).doesNotContainKey(entry.caseKey());
    }

    @Test
    void a_decision_on_a_task_that_was_taken_changed_or_done_does_not_count() {
        var task = errands.start("Seats", null);
        var seen = entry(max, task);
        presence.looksAt(max, task);

        desk.claim(mona, task);
        assertThat(how(decide(max, seen, "approve"))).isEqualTo(How.TAKEN);

        desk.release(mona, task);
        assertThat(how(decide(max, seen, "approve"))).isEqualTo(How.CHANGED);

        decide(mona, entry(mona, task), "approve");
        var late = decide(max, seen, "approve");
        assertThat(late).isInstanceOfSatisfying(Overtaken.class, done -> {
            assertThat(done.how()).isEqualTo(How.DECIDED);
            assertThat(done.by()).isEqualTo("Mona");
        });
        assertThat(errands.decided).containsEntry(seen.caseKey(), "approve");
    }

    @Test
    void whoever_has_never_seen_a_task_learns_nothing_of_it() {
        var task = errands.start("Seats", null);

        assertThatThrownBy(() -> desk.claim(dirk, task)).isInstanceOf(TaskNotFound.class);
        assertThatThrownBy(() -> desk.claim(mona, "no-such-task")).isInstanceOf(TaskNotFound.class);
        decide(mona, entry(mona, task), "approve");
        assertThatThrownBy(() -> desk.claim(max, task)).isInstanceOf(TaskNotFound.class);
    }

    @Test
    void nobody_decides_what_they_have_an_interest_in() {
        var task = errands.start(errands.summary("Own", Money.euros("10"), Set.of(mona.person())), null);
        standIn(mona, max, null, null);

        assertThat(desk.claim(mona, task)).isEqualTo(new Refused(Reason.EXCLUDED));
        assertThat(decide(mona, entry(mona, task), "approve")).isEqualTo(new Refused(Reason.EXCLUDED));
        assertThat(desk.claim(max, task)).isEqualTo(new Refused(Reason.EXCLUDED));
        assertThat(desk.assign(dirk(task), task, entry(mona, task).version(), mona.person()))
                .isEqualTo(new Refused(Reason.NOT_THEIRS));
    }

    @Test
    void a_deputy_sees_the_tasks_within_the_period_program_and_amount_and_nothing_else() {
        var small = errands.start(errands.summary("Small", Money.euros("900"), Set.of()), null);
        var large = errands.start(errands.summary("Large", Money.euros("1100"), Set.of()), null);

        assertThat(inbox.find(dirk, small)).isEmpty();
        standIn(mona, dirk, null, Money.euros("1000"));

        assertThat(inbox.find(dirk, small)).isPresent();
        assertThat(inbox.find(dirk, large)).isEmpty();
        assertThat(inbox.page(dirk, TaskFilter.of(TaskFilter.Scope.SUBSTITUTE), null)
                        .entries())
                .extracting(TaskEntry::id)
                .containsExactly(small);
        assertThat(desk.claim(dirk, small)).isEqualTo(new Done());
        deputies.concerning(mona).forEach(deputy -> deputies.end(mona, deputy.id()));
        assertThat(inbox.find(dirk, small)).isEmpty();
        assertThatThrownBy(() -> decide(dirk, entry(mona, small), "approve")).isInstanceOf(TaskNotFound.class);
    }

    @Test
    void a_deputy_takes_over_what_the_absentee_holds_and_decides_it() {
        var task = errands.start("Seats", null);
        desk.claim(mona, task);
        standIn(mona, dirk, "standard", null);

        assertThat(desk.claim(dirk, task)).isEqualTo(new Done());
        var entry = entry(dirk, task);
        assertThat(decide(dirk, entry, "approve")).isEqualTo(new Done());
        assertThat(errands.deciders.get(entry.caseKey()).roles())
                .containsExactlyInAnyOrder(Role.DIRECTOR, Role.MANAGER);
    }

    @Test
    void a_deputy_may_do_no_more_than_the_absentee_today_and_passes_nothing_on() {
        var task = errands.start("Seats", null);
        standIn(mona, dirk, null, null);
        var fiona = errands.person("Fiona", Role.FINANCE).actor();
        standIn(dirk, fiona, null, null);

        assertThat(inbox.find(fiona, task)).isEmpty();
        people.giveRoles(mona.person(), Set.of(Role.DESIGNER));
        assertThat(desk.claim(dirk, task)).isEqualTo(new Refused(Reason.DEPUTY_ENDED));
    }

    @Test
    void only_colleagues_become_deputies_and_only_oneself_or_a_director_asks() {
        var designer = errands.person("Dora", Role.DESIGNER).actor();

        assertThat(appoint(mona, mona, mona)).contains(Deputies.Refusal.THEMSELVES);
        assertThat(appoint(mona, mona, designer)).contains(Deputies.Refusal.NOT_A_COLLEAGUE);
        assertThat(appoint(max, mona, max)).contains(Deputies.Refusal.NOT_YOURS_TO_GIVE);
        assertThat(appoint(dirk, mona, max)).isEmpty();
        assertThat(deputies.appoint(
                        mona,
                        new Appointment(
                                mona.person(),
                                max.person(),
                                clock.instant(),
                                clock.instant().minusSeconds(1),
                                null,
                                null)))
                .contains(Deputies.Refusal.PERIOD);
    }

    private Actor dirk(String task) {
        standIn(max, dirk, null, null);
        return inbox.find(dirk, task).map(entry -> dirk).orElseThrow();
    }

    private Optional<Deputies.Refusal> appoint(Actor by, Actor absentee, Actor deputy) {
        Instant now = clock.instant();
        return deputies.appoint(
                by, new Appointment(absentee.person(), deputy.person(), now, now.plus(Duration.ofDays(1)), null, null));
    }

    private void standIn(Actor absentee, Actor deputy, String program, Money most) {
        var now = clock.instant();
        assertThat(deputies.appoint(
                        absentee,
                        new Appointment(
                                absentee.person(),
                                deputy.person(),
                                now.minusSeconds(1),
                                now.plus(Duration.ofDays(3)),
                                program,
                                most)))
                .isEmpty();
    }

    private TaskEntry entry(Actor actor, String task) {
        return inbox.find(actor, task).orElseThrow();
    }

    private DeskOutcome decide(Actor actor, TaskEntry entry, String verdict) {
        return desk.decide(actor, entry.id(), entry.version(), new FormValues(Map.of("verdict", verdict)), Map.of());
    }

    private static How how(DeskOutcome outcome) {
        return ((Overtaken) outcome).how();
    }
}

package io.handsel.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.engine.BusinessKey;
import io.handsel.engine.Facts;
import io.handsel.engine.UserTasks;
import io.handsel.kernel.Money;
import io.handsel.security.Actor;
import io.handsel.security.Role;
import io.handsel.tasklist.TaskFilter.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ErrandDomain
class TaskInboxTests {

    private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");

    @Autowired
    Errands errands;

    @Autowired
    TaskInbox inbox;

    @Autowired
    UserTasks engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transactions;

    Actor manager;
    Actor director;

    @BeforeEach
    void begin() {
        errands.publish();
        transactions.executeWithoutResult(
                status -> jdbc.sql("delete from task_entry").update());
        manager = errands.person("Mona", Role.MANAGER).actor();
        director = errands.person("Dirk", Role.DIRECTOR).actor();
    }

    @Test
    void shows_the_tasks_of_a_persons_groups_by_the_clock_and_of_no_other_group() {
        var later = errands.start("Later", MONDAY.plusSeconds(60));
        var never = errands.start("Never", null);
        var sooner = errands.start("Sooner", MONDAY);

        assertThat(shown(manager, TaskFilter.ALL)).containsExactly(sooner, later, never);
        assertThat(shown(director, TaskFilter.ALL)).isEmpty();
        assertThat(inbox.find(director, sooner)).isEmpty();
    }

    @Test
    void carries_what_the_owning_module_tells_of_the_case() {
        var task = errands.start("Forty seats", MONDAY);

        var entry = inbox.find(manager, task).orElseThrow();

        assertThat(entry.title()).isEqualTo("Forty seats");
        assertThat(entry.name()).isEqualTo("Decide the errand");
        assertThat(entry.worth()).isEqualTo(Money.euros("5000"));
        assertThat(entry.partnerName()).isEqualTo("Acme Resale");
        assertThat(entry.due()).isEqualTo(MONDAY);
        assertThat(entry.groups()).containsExactly("manager");
    }

    @Test
    void follows_the_case_and_the_task() {
        var task = errands.start("Before", MONDAY);
        var entry = inbox.find(manager, task).orElseThrow();
        errands.change(entry.caseKey(), errands.summary("After", Money.euros("9"), Set.of()));

        transactions.executeWithoutResult(
                status -> events.publishEvent(new CaseChanged(new BusinessKey(entry.caseKey()))));
        engine.assign(task, null, manager.person().toString());

        var changed = inbox.find(manager, task).orElseThrow();
        assertThat(changed.title()).isEqualTo("After");
        assertThat(changed.assigneeName()).isEqualTo("Mona");
        assertThat(changed.version()).isGreaterThan(entry.version());
    }

    @Test
    void forgets_a_task_that_is_done() {
        var task = errands.start("Done soon", MONDAY);
        engine.assign(task, null, manager.person().toString());

        engine.complete(task, manager.person().toString(), Facts.none());

        assertThat(inbox.find(manager, task)).isEmpty();
        assertThat(engine.ended(task).orElseThrow().completedBy())
                .isEqualTo(manager.person().toString());
    }

    @Test
    void finds_by_every_kind_of_filter() {
        var small = errands.start(errands.summary("Hospital of Ulm", Money.euros("100"), Set.of()), MONDAY);
        var large = errands.start(errands.summary("University of Jena", Money.euros("90000"), Set.of()), null);
        engine.assign(large, null, manager.person().toString());

        assertThat(shown(manager, "search=jena+univ")).containsExactly(large);
        assertThat(shown(manager, "search=100%25")).isEmpty();
        assertThat(shown(manager, "least=500")).containsExactly(large);
        assertThat(shown(manager, "most=500")).containsExactly(small);
        assertThat(shown(manager, "scope=mine")).containsExactly(large);
        assertThat(shown(manager, "scope=unassigned")).containsExactly(small);
        assertThat(shown(manager, "scope=group")).containsExactly(small, large);
        assertThat(shown(manager, "scope=substitute")).isEmpty();
        assertThat(shown(manager, "process=errand&partner=acme&territory=South"))
                .containsExactly(small, large);
        assertThat(shown(manager, "process=other")).isEmpty();
        assertThat(shown(manager, "due=week&scope=nonsense&least=abc")).containsExactly(small);
    }

    @Test
    void pages_forwards_and_backwards_without_losing_or_repeating_a_task() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            all.add(errands.start("Case " + i, MONDAY.plusSeconds(i / 3)));
        }

        var first = inbox.page(manager, TaskFilter.ALL, null);
        var second = inbox.page(manager, TaskFilter.ALL, first.next());
        var third = inbox.page(manager, TaskFilter.ALL, second.next());
        var back = inbox.page(manager, TaskFilter.ALL, third.previous());

        List<String> seen = new ArrayList<>();
        List.of(first, second, third).forEach(page -> page.entries().forEach(entry -> seen.add(entry.id())));
        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
        assertThat(third.next()).isNull();
        assertThat(first.previous()).isNull();
        assertThat(back.entries()).isEqualTo(second.entries());
        assertThat(count(first, Scope.ALL)).isEqualTo("99+");
        assertThat(count(first, Scope.MINE)).isEqualTo("0");
    }

    private static String count(TaskPage page, Scope scope) {
        return page.counts().stream()
                .filter(count -> count.filter().equals(TaskFilter.of(scope)))
                .findFirst()
                .orElseThrow()
                .shown();
    }

    private List<String> shown(Actor actor, String query) {
        return shown(actor, TaskFilter.read(query));
    }

    private List<String> shown(Actor actor, TaskFilter filter) {
        return inbox.page(actor, filter, null).entries().stream()
                .map(TaskEntry::id)
                .toList();
    }
}

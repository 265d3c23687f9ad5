package io.handsel.tasklist;

import io.handsel.engine.BusinessKey;
import io.handsel.engine.UserTask;
import io.handsel.engine.UserTaskChanged;
import io.handsel.engine.UserTasks;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import io.handsel.security.PersonView;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the list of open tasks, in the transaction in which the engine opens, changes or ends them. Plain listeners,
 * on purpose: after the commit would be too late for "never older than the engine".
 */
@Component
class TaskReadModel {

    /** Where tasks without a due time are sorted; the database knows this instant too. */
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private static final int LONGEST_TITLE = 400;
    private static final int LONGEST_WORDS = 1500;

    private final JdbcClient jdbc;
    private final Cases cases;
    private final People people;
    private final TaskChanges changes;
    private final UserTasks tasks;
    private final Clock time;

    TaskReadModel(JdbcClient jdbc, Cases cases, People people, TaskChanges changes, UserTasks tasks, Clock time) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.people = people;
        this.changes = changes;
        this.tasks = tasks;
        this.time = time;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(UserTaskChanged news) {
        var task = news.task();
        if (news instanceof UserTaskChanged.Created) {
            insert(task);
            writeReaders(task);
        } else if (news instanceof UserTaskChanged.Updated) {
            update(task);
            writeReaders(task);
        } else {
            jdbc.sql("delete from task_entry where task_id = ?")
                    .param(task.id())
                    .update();
        }
        changes.happened();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CaseChanged news) {
        openTasksOf(news.key()).forEach(this::summarise);
        changes.happened();
    }

    private List<UserTask> openTasksOf(BusinessKey key) {
        return jdbc
                .sql("select task_id from task_entry where case_key = ? order by task_id for update")
                .param(key.key())
                .query(String.class)
                .list()
                .stream()
                .flatMap(id -> tasks.find(id).stream())
                .toList();
    }

    private void insert(UserTask task) {
        var assignee = person(task.assignee());
        jdbc.sql("""
                        insert into task_entry (task_id, process, element, name, case_key, title, candidates,
                            assignee, assignee_name, created, due, clock, follow_up, priority, version, changed, words)
                        values (?, ?, ?, ?, ?, '', ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, '')
                        """)
                .params(values(
                        task.id(),
                        task.process().key(),
                        task.element(),
                        shortened(task.name(), 255),
                        Cases.key(task),
                        TaskRows.written(task.groups()),
                        assignee.map(person -> person.id().id()).orElse(null),
                        assignee.map(PersonView::name).orElse(null),
                        TaskRows.written(task.created()),
                        TaskRows.written(task.due()),
                        TaskRows.written(clock(task)),
                        TaskRows.written(task.followUp()),
                        task.priority(),
                        TaskRows.written(time.instant())))
                .update();
        summarise(task);
    }

    private void summarise(UserTask task) {
        var row = cases.row(task);
        var worth = row.worth();
        var words = Stream.of(row.title(), task.name(), row.partnerName(), row.territory(), row.program())
                .filter(word -> word != null)
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
        jdbc.sql("""
                        update task_entry set title = ?, partner_id = ?, partner_name = ?, territory = ?,
                            value_amount = ?, value_currency = ?, program = ?, words = ?,
                            version = version + 1, changed = ?
                        where task_id = ?
                        """)
                .params(values(
                        shortened(row.title(), LONGEST_TITLE),
                        row.partner() == null ? null : row.partner().id(),
                        row.partnerName(),
                        row.territory(),
                        worth == null ? null : worth.amount(),
                        worth == null ? null : worth.currency().getCurrencyCode(),
                        row.program(),
                        shortened(words, LONGEST_WORDS),
                        TaskRows.written(time.instant()),
                        task.id()))
                .update();
    }

    private void update(UserTask task) {
        var assignee = person(task.assignee());
        jdbc.sql("""
                        update task_entry set name = ?, candidates = ?, assignee = ?, assignee_name = ?, due = ?,
                            clock = ?, follow_up = ?, priority = ?, version = version + 1, changed = ?
                        where task_id = ?
                        """)
                .params(values(
                        shortened(task.name(), 255),
                        TaskRows.written(task.groups()),
                        assignee.map(person -> person.id().id()).orElse(null),
                        assignee.map(PersonView::name).orElse(null),
                        TaskRows.written(task.due()),
                        TaskRows.written(clock(task)),
                        TaskRows.written(task.followUp()),
                        task.priority(),
                        TaskRows.written(time.instant()),
                        task.id()))
                .update();
    }

    private void writeReaders(UserTask task) {
        jdbc.sql("delete from task_reader where task_id = ?").param(task.id()).update();
        List<String> readers =
                new ArrayList<>(task.groups().stream().map(Readers::group).toList());
        holder(task).map(Readers::person).ifPresent(readers::add);
        for (var reader : readers) {
            jdbc.sql("insert into task_reader (reader, clock, created, task_id, wakes) values (?, ?, ?, ?, ?)")
                    .params(
                            reader,
                            TaskRows.written(clock(task)),
                            TaskRows.written(task.created()),
                            task.id(),
                            TaskRows.written(Objects.requireNonNullElse(task.followUp(), Instant.EPOCH)))
                    .update();
        }
    }

    /** Who sees the task because it is theirs: for a task a deputy took, the person they stand in for. */
    private Optional<PersonId> holder(UserTask task) {
        return jdbc.sql("select coalesce(held_for, assignee) from task_entry where task_id = ?")
                .param(task.id())
                .query((row, number) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .optional()
                .flatMap(id -> id)
                .map(PersonId::new);
    }

    /** Models may name anybody as assignee; who is no person of ours is shown as nobody. */
    private Optional<PersonView> person(@Nullable String assignee) {
        if (assignee == null) {
            return Optional.empty();
        }
        try {
            return people.find(PersonId.parse(assignee));
        } catch (IllegalArgumentException noPerson) {
            return Optional.empty();
        }
    }

    private static Instant clock(UserTask task) {
        return task.deadline().orElse(NEVER);
    }

    private static String shortened(@Nullable String text, int longest) {
        var given = text == null ? "" : text;
        return given.length() <= longest ? given : given.substring(0, longest);
    }

    private static List<@Nullable Object> values(@Nullable Object... values) {
        return new ArrayList<>(Arrays.asList(values));
    }
}

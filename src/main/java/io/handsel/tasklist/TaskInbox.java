package io.handsel.tasklist;

import io.handsel.security.Actor;
import io.handsel.tasklist.TaskFilter.Due;
import io.handsel.tasklist.TaskFilter.Scope;
import io.handsel.tasklist.TaskPage.FilterCount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The list of open tasks, as each person may see it. Two statements a page, however many tasks there are. */
@Service
@Transactional(readOnly = true)
public class TaskInbox {

    private static final int PAGE = 50;
    /** A file is read in pieces as large as this. */
    private static final int CHUNK = 1_000;

    private final JdbcClient jdbc;
    private final Sights sights;
    private final Clock clock;

    TaskInbox(JdbcClient jdbc, Sights sights, Clock clock) {
        this.jdbc = jdbc;
        this.sights = sights;
        this.clock = clock;
    }

    /** One page, by the clock: due first, then oldest. */
    public TaskPage page(Actor actor, TaskFilter filter, @Nullable String cursor) {
        var sight = sights.of(actor);
        var place = TaskCursor.read(cursor).orElse(null);
        var offered = offered(sight);
        var sql = new TaskSql(sight, clock.instant(), actor.zone())
                .add("select c.*, e.* from (select ")
                .add("(select moved from task_change_now) as change");
        for (int i = 0; i < offered.size(); i++) {
            sql.add(", (select count(*) from ")
                    .ids(offered.get(i).filter(), null, TaskPage.MOST_COUNTED, false)
                    .add(" n" + i + ") as count_" + i);
        }
        sql.add(") c left join (select " + TaskRows.COLUMNS + " from task_entry e where e.task_id in ")
                .ids(filter, place, PAGE + 1, true)
                .order("e", place)
                .add(" limit " + (PAGE + 1) + ") e on 1 = 1")
                .order("e", place);
        List<TaskEntry> found = new ArrayList<>();
        List<FilterCount> counts = new ArrayList<>();
        var change = new AtomicLong();
        jdbc.sql(sql.text()).params(sql.parameters()).query(row -> {
            if (counts.isEmpty()) {
                counts.addAll(counted(offered, row));
                change.set(row.getLong("change"));
            }
            if (row.getString("task_id") != null) {
                found.add(TaskRows.entry(row, found.size()));
            }
        });
        return page(found, counts, place, change.get());
    }

    /** Every task a filter shows, however many there are: for files. */
    public List<TaskEntry> every(Actor actor, TaskFilter filter) {
        var found = new ArrayList<TaskEntry>();
        List<TaskEntry> some;
        do {
            var last = found.isEmpty() ? null : TaskCursor.after(found.get(found.size() - 1));
            some = behind(actor, filter, last, CHUNK);
            found.addAll(some);
        } while (some.size() == CHUNK);
        return found;
    }

    /** The first tasks a filter shows, up to a bound. */
    public List<TaskEntry> all(Actor actor, TaskFilter filter, int most) {
        return behind(actor, filter, null, most);
    }

    private List<TaskEntry> behind(Actor actor, TaskFilter filter, @Nullable TaskCursor place, int most) {
        var sql = new TaskSql(sights.of(actor), clock.instant(), actor.zone())
                .add("select " + TaskRows.COLUMNS + " from task_entry e where e.task_id in ")
                .ids(filter, place, most, true)
                .order("e", place)
                .add(" limit " + most);
        return jdbc.sql(sql.text())
                .params(sql.parameters())
                .query(TaskRows::entry)
                .list();
    }

    /** The task, if it is open and this person may see it. */
    public Optional<TaskEntry> find(Actor actor, String id) {
        var sql = new TaskSql(sights.of(actor), clock.instant(), actor.zone())
                .add("select " + TaskRows.COLUMNS + " from task_entry e where e.task_id = ? and ", id)
                .visible();
        return jdbc.sql(sql.text())
                .params(sql.parameters())
                .query(TaskRows::entry)
                .optional();
    }

    /** Lets nobody else change the task until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    void lock(String id) {
        jdbc.sql("select task_id from task_entry where task_id = ? for update")
                .param(id)
                .query(String.class)
                .optional();
    }

    /** The open task, whoever may see it. */
    Optional<TaskEntry> find(String id) {
        return jdbc.sql("select " + TaskRows.COLUMNS + " from task_entry e where e.task_id = ?")
                .param(id)
                .query(TaskRows::entry)
                .optional();
    }

    private static TaskPage page(
            List<TaskEntry> found, List<FilterCount> counts, @Nullable TaskCursor place, long change) {
        var more = found.size() > PAGE;
        List<TaskEntry> shown = new ArrayList<>(more ? found.subList(0, PAGE) : found);
        var backwards = place != null && place.backwards();
        if (backwards) {
            Collections.reverse(shown);
        }
        var hasNext = !shown.isEmpty() && (backwards || more);
        var hasPrevious = !shown.isEmpty() && (backwards ? more : place != null);
        return new TaskPage(
                List.copyOf(shown),
                List.copyOf(counts),
                hasNext ? TaskCursor.after(shown.get(shown.size() - 1)).written() : null,
                hasPrevious ? TaskCursor.before(shown.get(0)).written() : null,
                change);
    }

    /** The left pane: the house's filters, then those people keep. */
    private static List<FilterCount> offered(Sight sight) {
        List<FilterCount> offered = new ArrayList<>();
        for (var scope : Scope.values()) {
            if (scope != Scope.SUBSTITUTE || sight.isDeputyOrSubstitute()) {
                offered.add(new FilterCount("tasklist.scope." + scope, null, TaskFilter.of(scope), 0));
            }
        }
        for (var due : Due.values()) {
            offered.add(new FilterCount("tasklist.due." + due, null, TaskFilter.of(due), 0));
        }
        sight.filters().forEach(saved -> offered.add(new FilterCount(saved.name(), saved, saved.filter(), 0)));
        return offered;
    }

    private static List<FilterCount> counted(List<FilterCount> offered, ResultSet row) throws SQLException {
        List<FilterCount> counted = new ArrayList<>();
        for (int i = 0; i < offered.size(); i++) {
            var filter = offered.get(i);
            counted.add(new FilterCount(filter.label(), filter.saved(), filter.filter(), row.getInt("count_" + i)));
        }
        return counted;
    }
}

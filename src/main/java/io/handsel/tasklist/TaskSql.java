package io.handsel.tasklist;

import io.handsel.tasklist.Sight.Grant;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statements over the read model, put together from constant text and parameters. Each grant is a branch of its
 * own, read in the order of the index and cut off at the page's size; the union of the branches drops doubles.
 */
final class TaskSql {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();
    private final Sight sight;
    private final Instant now;
    private final ZoneId zone;

    TaskSql(Sight sight, Instant now, ZoneId zone) {
        this.sight = sight;
        this.now = now;
        this.zone = zone;
    }

    String text() {
        return text.toString();
    }

    List<Object> parameters() {
        return parameters;
    }

    TaskSql add(String sql, Object... values) {
        text.append(sql);
        parameters.addAll(List.of(values));
        return this;
    }

    /** The ids of the tasks a filter shows, at most so many, as a subquery in brackets. */
    TaskSql ids(TaskFilter filter, @Nullable TaskCursor cursor, int most, boolean ordered) {
        var grants = sight.grants(filter.scope());
        if (grants.isEmpty()) {
            return add("(select task_id from task_reader where 1 = 0)");
        }
        var separator = "(";
        for (var grant : grants) {
            add(separator + "(select r.task_id from task_reader r");
            if (grant.isLimited() || looksAtEntry(filter)) {
                add(" join task_entry e on e.task_id = r.task_id");
            }
            add(" where r.reader = ?", grant.reader());
            limits(grant);
            conditions(filter);
            if (cursor != null) {
                seek(cursor);
            }
            if (ordered) {
                order("r", cursor);
            }
            add(" limit " + most + ")");
            separator = " union ";
        }
        return add(")");
    }

    /** Whether this one task may be seen, as a condition on the entry {@code e}. */
    TaskSql visible() {
        var separator = "(";
        for (var grant : sight.all()) {
            add(
                    separator + "(exists (select 1 from task_reader r where r.task_id = e.task_id and r.reader = ?)",
                    grant.reader());
            limits(grant);
            add(")");
            separator = " or ";
        }
        return add(")");
    }

    TaskSql order(String table, @Nullable TaskCursor cursor) {
        var direction = cursor != null && cursor.backwards() ? " desc" : "";
        return add(" order by " + table + ".clock" + direction + ", " + table + ".created" + direction + ", " + table
                + ".task_id" + direction);
    }

    private void limits(Grant grant) {
        if (grant.program() != null) {
            add(" and e.program = ?", grant.program());
        }
        if (grant.most() != null) {
            add(
                    " and e.value_currency = ? and e.value_amount <= ?",
                    grant.most().currency().getCurrencyCode(),
                    grant.most().amount());
        }
    }

    private static boolean looksAtEntry(TaskFilter filter) {
        return !filter.equals(TaskFilter.ALL) && !filter.equals(TaskFilter.of(TaskFilter.Scope.GROUP));
    }

    private void conditions(TaskFilter filter) {
        switch (filter.scope()) {
            case MINE -> add(" and e.assignee = ?", sight.person().id());
            case UNASSIGNED -> add(" and e.assignee is null");
            default -> {}
        }
        equal("process", filter.process());
        contains("partner_name", filter.partner());
        equal("territory", filter.territory());
        equal("program", filter.program());
        if (filter.least() != null) {
            add(" and e.value_amount >= ?", filter.least());
        }
        if (filter.most() != null) {
            add(" and e.value_amount <= ?", filter.most());
        }
        if (filter.due() != null) {
            due(filter.due());
        }
        if (filter.due() != TaskFilter.Due.PUT_ASIDE && filter.search() == null) {
            add(" and r.wakes <= ?", TaskRows.written(now));
        }
        filter.searchWords().forEach(word -> add(" and e.words like ? escape '!'", "%" + literally(word) + "%"));
    }

    private void due(TaskFilter.Due due) {
        var midnight = ZonedDateTime.ofInstant(now, zone).truncatedTo(ChronoUnit.DAYS);
        switch (due) {
            case OVERDUE -> add(" and r.clock < ?", TaskRows.written(now));
            case TODAY ->
                add(" and r.clock < ?", TaskRows.written(midnight.plusDays(1).toInstant()));
            case WEEK ->
                add(" and r.clock < ?", TaskRows.written(midnight.plusDays(7).toInstant()));
            case FOLLOW_UP -> add(" and e.follow_up <= ?", TaskRows.written(now));
            case PUT_ASIDE -> add(" and r.wakes > ?", TaskRows.written(now));
        }
    }

    private void equal(String column, @Nullable String wanted) {
        if (wanted != null) {
            add(" and e." + column + " = ?", wanted);
        }
    }

    private void contains(String column, @Nullable String wanted) {
        if (wanted != null) {
            add(" and lower(e." + column + ") like lower(?) escape '!'", "%" + literally(wanted) + "%");
        }
    }

    private void seek(TaskCursor cursor) {
        var sign = cursor.backwards() ? "<" : ">";
        // The second condition says nothing new, but every database can seek by it.
        add(
                " and (r.clock, r.created, r.task_id) " + sign + " (?, ?, ?) and r.clock " + sign + "= ?",
                TaskRows.written(cursor.clock()),
                TaskRows.written(cursor.created()),
                cursor.id(),
                TaskRows.written(cursor.clock()));
    }

    private static String literally(String word) {
        return word.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}

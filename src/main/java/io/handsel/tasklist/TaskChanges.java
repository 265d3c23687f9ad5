package io.handsel.tasklist;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A number that moves whenever a task changes, on whichever node. A sequence, because a counter in a row would make
 * every transaction wait for the one before it.
 */
@Component
class TaskChanges {

    private final JdbcClient jdbc;

    TaskChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void happened() {
        jdbc.sql("select nextval('task_change')").query(Long.class).single();
    }

    /** Whether a task that was put aside came back after the one moment and by the other. */
    @Transactional(readOnly = true)
    public boolean cameBack(Instant after, Instant until) {
        return !jdbc.sql("select task_id from task_entry where follow_up > ? and follow_up <= ? limit 1")
                .params(TaskRows.written(after), TaskRows.written(until))
                .query(String.class)
                .list()
                .isEmpty();
    }

    /** Moves before the change is committed: whoever sees it move looks twice. */
    @Transactional(readOnly = true)
    public long now() {
        return jdbc.sql("select moved from task_change_now").query(Long.class).single();
    }
}

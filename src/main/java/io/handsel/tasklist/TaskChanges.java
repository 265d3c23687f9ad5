package io.handsel.tasklist;

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

    /** Moves before the change is committed: whoever sees it move looks twice. */
    @Transactional(readOnly = true)
    public long now() {
        return jdbc.sql("select moved from task_change_now").query(Long.class).single();
    }
}

package io.handsel.tasklist;

import io.handsel.security.Actor;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps filters under a name, for oneself or for everybody who works with the list. */
@Service
@Transactional
public class TaskFilters {

    private static final int LONGEST_NAME = 80;

    private final JdbcClient jdbc;
    private final Clock clock;

    TaskFilters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One's own filter of that name is replaced. */
    public void save(Actor owner, String name, TaskFilter filter, boolean shared) {
        var named = name.strip();
        if (named.isEmpty()) {
            return;
        }
        var cut = named.length() <= LONGEST_NAME ? named : named.substring(0, LONGEST_NAME);
        jdbc.sql("delete from task_filter where owner = ? and name = ?")
                .params(owner.person().id(), cut)
                .update();
        jdbc.sql("insert into task_filter (id, owner, name, query, shared, created) values (?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        owner.person().id(),
                        cut,
                        filter.query(),
                        shared,
                        TaskRows.written(clock.instant()))
                .update();
    }

    /** Only one's own; anybody else's stays, and the answer is false. */
    public boolean remove(Actor owner, UUID id) {
        return jdbc.sql("delete from task_filter where id = ? and owner = ?")
                        .params(id, owner.person().id())
                        .update()
                == 1;
    }
}

package io.handsel.tasklist;

import io.handsel.security.Actor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who looks at which task. Shown to the others who look; and whoever has had a task before them may be told what became
 * of it, which for all others is "not found".
 */
@Service
@Transactional
public class Presence {

    private static final Duration STILL_THERE = Duration.ofSeconds(90);
    private static final Duration KEPT = Duration.ofDays(2);

    private final JdbcClient jdbc;
    private final Clock clock;

    Presence(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void looksAt(Actor actor, String task) {
        var now = TaskRows.written(clock.instant());
        var known = jdbc.sql("update task_presence set seen = ? where task_id = ? and person = ?")
                .params(now, task, actor.person().id())
                .update();
        if (known == 0) {
            jdbc.sql("insert into task_presence (task_id, person, name, seen) values (?, ?, ?, ?) "
                            + "on conflict do nothing")
                    .params(task, actor.person().id(), actor.name(), now)
                    .update();
        }
    }

    /** The names of the others who look at it now. */
    @Transactional(readOnly = true)
    public List<String> othersAt(String task, Actor actor) {
        return jdbc.sql("select name from task_presence where task_id = ? and person <> ? and seen > ? order by name")
                .params(
                        task,
                        actor.person().id(),
                        TaskRows.written(clock.instant().minus(STILL_THERE)))
                .query(String.class)
                .list();
    }

    @Transactional(readOnly = true)
    public boolean hasSeen(Actor actor, String task) {
        return jdbc.sql("select count(*) from task_presence where task_id = ? and person = ?")
                        .params(task, actor.person().id())
                        .query(Long.class)
                        .single()
                > 0;
    }

    public void forgetOld() {
        jdbc.sql("delete from task_presence where seen < ?")
                .param(TaskRows.written(clock.instant().minus(KEPT)))
                .update();
    }
}

package io.handsel.tasklist;

import io.handsel.kernel.Period;
import io.handsel.security.PersonId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who takes care of an absent colleague's tasks, told by the module that arranges absences. A substitute sees and
 * decides what the absentee holds as far as the substitute's own role reaches, from the first moment of the period to
 * the last; unlike a {@link Deputy} they get no right of the absentee. What a substitute's own absence leaves falls to
 * whoever stands in for the substitute.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Substitutes {

    private final JdbcClient jdbc;
    private final TaskChanges changes;

    Substitutes(JdbcClient jdbc, TaskChanges changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /** @param id of the arrangement, by which it can be ended */
    public void standIn(UUID id, PersonId absentee, PersonId substitute, Period period) {
        jdbc.sql("insert into task_substitute (id, absentee, substitute, starts, ends) values (?, ?, ?, ?, ?)")
                .params(
                        id,
                        absentee.id(),
                        substitute.id(),
                        TaskRows.written(period.start()),
                        TaskRows.written(period.end()))
                .update();
        changes.happened();
    }

    public void end(UUID id) {
        jdbc.sql("delete from task_substitute where id = ?").param(id).update();
        changes.happened();
    }
}

package io.handsel.tasklist;

import io.handsel.kernel.Money;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who decides instead of whom, and when. A deputy gets what the absentee may decide in their own right and nothing that
 * was handed to them by others, so a limit can be narrowed on its way but never widened. Outside the period the deputy
 * sees nothing.
 */
@Service
@Transactional
public class Deputies {

    private static final Duration LONGEST = Duration.ofDays(366);

    private final JdbcClient jdbc;
    private final People people;
    private final TaskChanges changes;
    private final Clock clock;

    Deputies(JdbcClient jdbc, People people, TaskChanges changes, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.changes = changes;
        this.clock = clock;
    }

    /** @param absentee themselves, or somebody whose director asks */
    public record Appointment(
            PersonId absentee,
            PersonId deputy,
            Instant from,
            Instant until,
            @Nullable String program,
            @Nullable Money most) {}

    /** Why somebody cannot be made a deputy. */
    public enum Refusal {
        THEMSELVES,
        NOT_A_COLLEAGUE,
        NOT_YOURS_TO_GIVE,
        PERIOD
    }

    /** Empty if it is done. */
    public Optional<Refusal> appoint(Actor by, Appointment wish) {
        var absentee = people.find(wish.absentee()).filter(Deputies::decides);
        var deputy = people.find(wish.deputy()).filter(Deputies::decides);
        if (wish.absentee().equals(wish.deputy())) {
            return Optional.of(Refusal.THEMSELVES);
        }
        if (absentee.isEmpty() || deputy.isEmpty()) {
            return Optional.of(Refusal.NOT_A_COLLEAGUE);
        }
        if (!mayGive(by, absentee.get())) {
            return Optional.of(Refusal.NOT_YOURS_TO_GIVE);
        }
        if (!wish.from().isBefore(wish.until())
                || !wish.until().isAfter(clock.instant())
                || wish.until().isAfter(wish.from().plus(LONGEST))) {
            return Optional.of(Refusal.PERIOD);
        }
        insert(by, wish, absentee.get(), deputy.get());
        changes.happened();
        return Optional.empty();
    }

    /** Ends it now; one that has not begun disappears. Nobody else's: nothing happens, and false. */
    public boolean end(Actor by, UUID id) {
        var found = find(id).filter(deputy -> deputy.absentee().equals(by.person())
                || by.is(Role.DIRECTOR)
                || deputy.deputy().equals(by.person()));
        if (found.isEmpty()) {
            return false;
        }
        var now = clock.instant();
        if (found.get().from().isBefore(now)) {
            jdbc.sql("update deputy set ends = ? where id = ? and ends > ?")
                    .params(TaskRows.written(now), id, TaskRows.written(now))
                    .update();
        } else {
            jdbc.sql("delete from deputy where id = ?").param(id).update();
        }
        changes.happened();
        return true;
    }

    /** Those of the present and the future that concern this person; for a director, everybody's. */
    @Transactional(readOnly = true)
    public List<Deputy> concerning(Actor actor) {
        return jdbc.sql("""
                        select * from deputy where ends > ? and (absentee = ? or deputy = ? or ?)
                        order by starts, absentee_name, id
                        """)
                .params(
                        TaskRows.written(clock.instant()),
                        actor.person().id(),
                        actor.person().id(),
                        actor.is(Role.DIRECTOR))
                .query(Deputies::deputy)
                .list();
    }

    /** Whom one may appoint, by name. */
    @Transactional(readOnly = true)
    public List<PersonView> colleagues() {
        return Role.DECIDERS.stream()
                .flatMap(role -> people.withRole(role).stream())
                .distinct()
                .sorted(Comparator.comparing(PersonView::name))
                .toList();
    }

    private Optional<Deputy> find(UUID id) {
        return jdbc.sql("select * from deputy where id = ?")
                .param(id)
                .query(Deputies::deputy)
                .optional();
    }

    private static boolean decides(PersonView person) {
        return person.active() && person.organisation() == null && !Collections.disjoint(person.roles(), Role.DECIDERS);
    }

    private static boolean mayGive(Actor by, PersonView absentee) {
        return by.person().equals(absentee.id())
                || by.is(Role.DIRECTOR) && !absentee.roles().contains(Role.FINANCE);
    }

    private void insert(Actor by, Appointment wish, PersonView absentee, PersonView deputy) {
        var groups = absentee.roles().stream()
                .filter(Role.DECIDERS::contains)
                .map(Role::group)
                .toList();
        var most = wish.most();
        jdbc.sql("""
                        insert into deputy (id, absentee, absentee_name, deputy, deputy_name, candidates, starts, ends,
                            program, most_amount, most_currency, made_by, made)
                        values (:id, :absentee, :absentee_name, :deputy, :deputy_name, :candidates, :starts, :ends,
                            :program, :most_amount, :most_currency, :made_by, :made)
                        """)
                .param("id", UUID.randomUUID())
                .param("absentee", absentee.id().id())
                .param("absentee_name", absentee.name())
                .param("deputy", deputy.id().id())
                .param("deputy_name", deputy.name())
                .param("candidates", TaskRows.written(groups))
                .param("starts", TaskRows.written(wish.from()))
                .param("ends", TaskRows.written(wish.until()))
                .param("program", wish.program())
                .param("most_amount", most == null ? null : most.amount())
                .param("most_currency", most == null ? null : most.currency().getCurrencyCode())
                .param("made_by", by.person().id())
                .param("made", TaskRows.written(clock.instant()))
                .update();
    }

    private static Deputy deputy(ResultSet row, int number) throws SQLException {
        return new Deputy(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("absentee", UUID.class)),
                row.getString("absentee_name"),
                new PersonId(row.getObject("deputy", UUID.class)),
                row.getString("deputy_name"),
                TaskRows.instant(row, "starts"),
                TaskRows.instant(row, "ends"),
                row.getString("program"),
                TaskRows.money(row.getBigDecimal("most_amount"), row.getString("most_currency")));
    }
}

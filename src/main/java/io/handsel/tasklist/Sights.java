package io.handsel.tasklist;

import io.handsel.security.Actor;
import io.handsel.security.PersonId;
import io.handsel.security.Role;
import io.handsel.tasklist.Sight.Grant;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds out, in one statement, what somebody may see and which filters they keep. */
@Component
class Sights {

    private static final int MOST_FILTERS = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    Sights(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Sight of(Actor actor) {
        var me = actor.person();
        List<Grant> own = new ArrayList<>();
        actor.roles().stream()
                .filter(Role.DECIDERS::contains)
                .map(role -> Grant.own(Readers.group(role.group())))
                .forEach(own::add);
        own.add(Grant.own(Readers.person(me)));
        List<Grant> asDeputy = new ArrayList<>();
        Map<PersonId, Set<PersonId>> absentees = new HashMap<>();
        List<SavedFilter> filters = new ArrayList<>();
        var now = TaskRows.written(clock.instant());
        jdbc.sql("""
                        select 0 as kind, id, name, query as body, owner, shared, null as program,
                            null as most_amount, null as most_currency, created, cast(null as uuid) as substitute
                        from task_filter where owner = ? or shared
                        union all
                        select 1, id, absentee_name, candidates, absentee, false, program, most_amount, most_currency,
                            starts, null
                        from deputy where deputy = ? and starts <= ? and ends > ?
                        union all
                        select 2, id, '', '', absentee, false, null, null, null, starts, substitute
                        from task_substitute where starts <= ? and ends > ?
                        order by kind, created, id
                        """).params(me.id(), me.id(), now, now, now, now).query(row -> {
            var other = new PersonId(row.getObject("owner", UUID.class));
            if (row.getInt("kind") == 2) {
                absentees
                        .computeIfAbsent(new PersonId(row.getObject("substitute", UUID.class)), id -> new HashSet<>())
                        .add(other);
            } else if (row.getInt("kind") == 1) {
                var program = row.getString("program");
                var most = TaskRows.money(row.getBigDecimal("most_amount"), row.getString("most_currency"));
                asDeputy.add(new Grant(Readers.person(other), other, program, most));
                TaskRows.names(row.getString("body"))
                        .forEach(group -> asDeputy.add(new Grant(Readers.group(group), other, program, most)));
            } else if (filters.size() < MOST_FILTERS) {
                filters.add(new SavedFilter(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        TaskFilter.read(row.getString("body")),
                        other.equals(me),
                        row.getBoolean("shared")));
            }
        });
        return new Sight(me, List.copyOf(own), List.copyOf(asDeputy), reachable(me, absentees), List.copyOf(filters));
    }

    /** Whose work falls to this person: also that of those whose substitute is away and has them for a substitute. */
    private static Set<PersonId> reachable(PersonId me, Map<PersonId, Set<PersonId>> absentees) {
        Set<PersonId> found = new HashSet<>();
        Deque<PersonId> ahead = new ArrayDeque<>(List.of(me));
        while (!ahead.isEmpty()) {
            for (var absentee : absentees.getOrDefault(ahead.pop(), Set.of())) {
                if (found.add(absentee)) {
                    ahead.push(absentee);
                }
            }
        }
        found.remove(me);
        return Set.copyOf(found);
    }
}

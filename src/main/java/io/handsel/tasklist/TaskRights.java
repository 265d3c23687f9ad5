package io.handsel.tasklist;

import io.handsel.engine.UserTask;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.tasklist.DeskOutcome.Reason;
import io.handsel.tasklist.DeskOutcome.Refused;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who may hold and decide a task: one's own by role, an absentee's as a deputy or substitute, and what nobody may. */
@Component
class TaskRights {

    private final Sights sights;
    private final Cases cases;
    private final People people;

    TaskRights(Sights sights, Cases cases, People people) {
        this.sights = sights;
        this.cases = cases;
        this.people = people;
    }

    /** Why this person may not decide the task, whatever they answer. */
    Optional<DeskOutcome> refusal(Actor actor, TaskEntry entry, UserTask task) {
        if (isExcluded(actor, task)) {
            return Optional.of(new Refused(Reason.EXCLUDED));
        }
        return isOwn(actor, entry)
                        || absentee(actor, entry).isPresent()
                        || entry.groups().isEmpty() && isHeldForThem(actor, entry)
                ? Optional.empty()
                : Optional.of(new Refused(Reason.DEPUTY_ENDED));
    }

    /** Separation of duties, Programme guide 6.3: also for whoever belongs to the partner, or stands in for such a one. */
    boolean isExcluded(Actor actor, UserTask task) {
        var summary = cases.summary(task).orElse(null);
        if (summary == null) {
            return false;
        }
        Set<PersonId> excluded = summary.excludedDeciders();
        return excluded.contains(actor.person())
                || actor.organisation() != null && actor.organisation().equals(summary.partner())
                || !Collections.disjoint(excluded, standsInFor(actor));
    }

    /** Whether somebody else holds the task whom this person does not stand in for. */
    boolean isTakenByAnother(Actor actor, TaskEntry entry) {
        return entry.assignee() != null && !entry.isHeldBy(actor.person()) && !isHeldForThem(actor, entry);
    }

    /** Whether the task is theirs without anybody's absence. */
    static boolean isOwn(Actor actor, TaskEntry entry) {
        return actor.roles().stream().map(Role::group).anyMatch(entry.groups()::contains)
                || entry.groups().isEmpty() && entry.isHeldBy(actor.person());
    }

    /** For whom a deputy acts here: somebody absent whose task it is, and who could decide it themselves today. */
    Optional<PersonView> absentee(Actor actor, TaskEntry entry) {
        return sights.of(actor).deputyFor(entry).stream()
                .flatMap(person -> people.find(person).stream())
                .filter(person -> mayHold(person, entry))
                .findFirst();
    }

    /** Whose absence lets this person decide here: nobody's, if the task is their own. */
    Optional<PersonView> insteadOf(Actor actor, TaskEntry entry) {
        var holder = entry.assignee();
        if (holder != null && isHeldForThem(actor, entry)) {
            return people.find(holder);
        }
        return isOwn(actor, entry) ? Optional.empty() : absentee(actor, entry);
    }

    /** Who decides, with the roles they decide by: a deputy has the absentee's for this task, and keeps their own name. */
    Actor acting(Actor actor, TaskEntry entry) {
        if (isOwn(actor, entry)) {
            return actor;
        }
        var lent = absentee(actor, entry).map(PersonView::roles).orElseGet(Set::of).stream()
                .filter(role -> entry.groups().contains(role.group()));
        return actor.with(Stream.concat(actor.roles().stream(), lent).collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether this person could be given the task. */
    boolean mayReceive(PersonView person, TaskEntry entry, UserTask task) {
        return mayHold(person, entry) && !isExcluded(person.actor(), task);
    }

    private static boolean mayHold(PersonView person, TaskEntry entry) {
        return person.active() && isOwn(person.actor(), entry);
    }

    private boolean isHeldForThem(Actor actor, TaskEntry entry) {
        var holder = entry.assignee();
        var sight = sights.of(actor);
        return holder != null
                && (sight.substituteFor().contains(holder)
                        || sight.deputyFor(entry).contains(holder));
    }

    private Set<PersonId> standsInFor(Actor actor) {
        var sight = sights.of(actor);
        return Stream.concat(sight.deputyFor().stream(), sight.substituteFor().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}

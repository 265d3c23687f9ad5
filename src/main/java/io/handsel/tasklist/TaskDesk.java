package io.handsel.tasklist;

import io.handsel.audit.AuditTrail;
import io.handsel.engine.BusinessKey;
import io.handsel.engine.EndedTask;
import io.handsel.engine.Facts;
import io.handsel.engine.UserTask;
import io.handsel.engine.UserTasks;
import io.handsel.forms.Attachment;
import io.handsel.forms.FormValues;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.tasklist.DeskOutcome.Done;
import io.handsel.tasklist.DeskOutcome.How;
import io.handsel.tasklist.DeskOutcome.Overtaken;
import io.handsel.tasklist.DeskOutcome.Reason;
import io.handsel.tasklist.DeskOutcome.Refused;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do with tasks: take, give back, hand on, put off, decide. Each act locks the task's row first, so that of
 * two people one comes first and the other is told; and each checks again what the page showed, because pages grow old.
 */
@Service
@Transactional
public class TaskDesk {

    private final JdbcClient jdbc;
    private final TaskInbox inbox;
    private final Sights sights;
    private final UserTasks engine;
    private final Cases cases;
    private final TaskDecisions decisions;
    private final People people;
    private final Presence presence;
    private final CaseFiles files;
    private final CaseAnswers answers;
    private final AuditTrail audit;

    TaskDesk(
            JdbcClient jdbc,
            TaskInbox inbox,
            Sights sights,
            UserTasks engine,
            Cases cases,
            TaskDecisions decisions,
            People people,
            Presence presence,
            CaseFiles files,
            CaseAnswers answers,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.inbox = inbox;
        this.sights = sights;
        this.engine = engine;
        this.cases = cases;
        this.decisions = decisions;
        this.people = people;
        this.presence = presence;
        this.files = files;
        this.answers = answers;
        this.audit = audit;
    }

    /** Takes a task nobody has; a deputy may also take one from the person they stand in for. */
    public DeskOutcome claim(Actor actor, String id) {
        return with(actor, id, open -> {
            if (open.entry().isHeldBy(actor.person())) {
                return new Done();
            }
            return refusal(actor, open)
                    .or(() -> takenByAnother(actor, open.entry()))
                    .orElseGet(() -> take(actor, open));
        });
    }

    /** Gives a task back to its group. */
    public DeskOutcome release(Actor actor, String id) {
        return with(actor, id, open -> {
            if (!open.entry().isHeldBy(actor.person())) {
                return takenByAnother(actor, open.entry()).orElseGet(Done::new);
            }
            if (open.entry().groups().isEmpty()) {
                return new Refused(Reason.NO_GROUP);
            }
            hand(open, null, null);
            return told(actor, open, "task-released", Map.of());
        });
    }

    /** Gives a task to somebody of its groups, if it is still as the page showed it. */
    public DeskOutcome assign(Actor actor, String id, long version, PersonId to) {
        return with(actor, id, open -> {
            if (open.entry().version() != version) {
                return overtaken(open.entry());
            }
            var receiver = people.find(to).filter(person -> mayHold(person, open.entry()));
            if (receiver.isEmpty() || isExcluded(receiver.get().actor(), open.task())) {
                return new Refused(Reason.NOT_THEIRS);
            }
            hand(open, to, null);
            return told(
                    actor, open, "task-assigned", Map.of("to", receiver.get().name()));
        });
    }

    /** Says when the task should come up again; null for never. */
    public DeskOutcome followUp(Actor actor, String id, @Nullable Instant date) {
        return with(actor, id, open -> {
            engine.followUp(id, date);
            return new Done();
        });
    }

    /**
     * Decides. Counts only if the task is as the page showed it and nobody else's, and if every file can be kept: then
     * the decision, its files and the process's next step are one transaction.
     *
     * @param version of the entry the page was made from
     */
    public DeskOutcome decide(
            Actor actor, String id, long version, FormValues given, Map<String, List<Attachment>> attached) {
        return with(
                actor,
                id,
                open -> mayDecide(actor, open, version)
                        .or(() -> files.refusal(attached))
                        .orElseGet(() -> {
                            var outcome = decisions
                                    .of(open.task())
                                    .map(decision -> decided(decision, context(actor, open.task(), given)))
                                    .orElseGet(() -> DecisionOutcome.decided(plain(open.task(), given)));
                            if (outcome instanceof DecisionOutcome.Refused refused) {
                                return new Refused(refused.messageKey(), List.of(), refused.field());
                            }
                            attached.forEach((field, sent) ->
                                    sent.forEach(file -> files.keep(open.entry().caseKey(), field, file, actor)));
                            if (decisions.of(open.task()).isEmpty()) {
                                answers.keep(open.entry(), given, actor);
                            }
                            complete(actor, open, ((DecisionOutcome.Decided) outcome).variables());
                            return new Done();
                        }));
    }

    /** What {@link #decide} would do now, without doing it. */
    @Transactional(readOnly = true)
    public DeskOutcome foresee(Actor actor, TaskEntry entry, FormValues given) {
        var open = engine.find(entry.id()).map(task -> new Open(entry, task));
        if (open.isEmpty()) {
            return missing(actor, entry.id());
        }
        return mayDecide(actor, open.get(), entry.version()).orElseGet(() -> {
            var foreseen = decisions
                    .of(open.get().task())
                    .map(decision ->
                            foreseen(decision, context(actor, open.get().task(), given)))
                    .orElseGet(DecisionOutcome::decided);
            return foreseen instanceof DecisionOutcome.Refused refused
                    ? new Refused(refused.messageKey(), List.of(), refused.field())
                    : new Done();
        });
    }

    /** Why this person may not decide this task, whatever they answer; empty if they may. */
    @Transactional(readOnly = true)
    public Optional<DeskOutcome> obstacle(Actor actor, TaskEntry entry) {
        return engine.find(entry.id()).flatMap(task -> refusal(actor, new Open(entry, task)));
    }

    /** The people a task may be given to, by name. */
    @Transactional(readOnly = true)
    public List<PersonView> receivers(TaskEntry entry) {
        return entry.groups().stream()
                .flatMap(group -> Role.ofGroup(group).stream())
                .flatMap(role -> people.withRole(role).stream())
                .distinct()
                .sorted(Comparator.comparing(PersonView::name))
                .toList();
    }

    /** What to say after something was changed under the desk's hands. */
    @Transactional(readOnly = true)
    public DeskOutcome fate(Actor actor, String id) {
        return inbox.find(actor, id).<DeskOutcome>map(TaskDesk::overtaken).orElseGet(() -> missing(actor, id));
    }

    private record Open(TaskEntry entry, UserTask task) {}

    private DeskOutcome with(Actor actor, String id, Function<Open, DeskOutcome> act) {
        jdbc.sql("select task_id from task_entry where task_id = ? for update")
                .param(id)
                .query(String.class)
                .optional();
        var entry = inbox.find(actor, id);
        var task = entry.flatMap(found -> engine.find(id));
        return task.isEmpty() ? missing(actor, id) : act.apply(new Open(entry.get(), task.get()));
    }

    /** Who had the task before them is told what became of it; to all others it never was. */
    private DeskOutcome missing(Actor actor, String id) {
        if (!presence.hasSeen(actor, id)) {
            throw TaskNotFound.with(id);
        }
        return engine.ended(id).map(this::overtaken).orElseThrow(() -> TaskNotFound.with(id));
    }

    private DeskOutcome overtaken(EndedTask ended) {
        var by = Optional.ofNullable(ended.completedBy())
                .flatMap(person -> people.find(PersonId.parse(person)))
                .map(PersonView::name);
        return new Overtaken(by.isPresent() ? How.DECIDED : How.WITHDRAWN, by.orElse(null), ended.at());
    }

    private static DeskOutcome overtaken(TaskEntry entry) {
        return new Overtaken(entry.assignee() == null ? How.CHANGED : How.TAKEN, entry.assigneeName(), entry.changed());
    }

    private Optional<DeskOutcome> mayDecide(Actor actor, Open open, long version) {
        if (open.entry().assignee() != null && !open.entry().isHeldBy(actor.person())) {
            return takenByAnother(actor, open.entry());
        }
        if (open.entry().version() != version) {
            return Optional.of(new Overtaken(How.CHANGED, null, open.entry().changed()));
        }
        return refusal(actor, open);
    }

    private Optional<DeskOutcome> takenByAnother(Actor actor, TaskEntry entry) {
        var holder = entry.assignee();
        return holder == null
                        || holder.equals(actor.person())
                        || standsInFor(actor).contains(holder)
                ? Optional.empty()
                : Optional.of(overtaken(entry));
    }

    private Optional<DeskOutcome> refusal(Actor actor, Open open) {
        if (isExcluded(actor, open.task())) {
            return Optional.of(new Refused(Reason.EXCLUDED));
        }
        return isOwn(actor, open.entry()) || absentee(actor, open.entry()).isPresent()
                ? Optional.empty()
                : Optional.of(new Refused(Reason.DEPUTY_ENDED));
    }

    /** Separation of duties, Programme guide 6.3: also for whoever belongs to the partner, or stands in for such a one. */
    private boolean isExcluded(Actor actor, UserTask task) {
        var summary = cases.summary(task).orElse(null);
        if (summary == null) {
            return false;
        }
        Set<PersonId> excluded = summary.excludedDeciders();
        return excluded.contains(actor.person())
                || actor.organisation() != null && actor.organisation().equals(summary.partner())
                || !Collections.disjoint(excluded, standsInFor(actor));
    }

    private Set<PersonId> standsInFor(Actor actor) {
        return sights.of(actor).asDeputy().stream()
                .map(grant -> Objects.requireNonNull(grant.insteadOf()))
                .collect(Collectors.toSet());
    }

    /** Whether the task is theirs without anybody's absence. */
    private static boolean isOwn(Actor actor, TaskEntry entry) {
        return actor.roles().stream().map(Role::group).anyMatch(entry.groups()::contains)
                || entry.groups().isEmpty() && entry.isHeldBy(actor.person());
    }

    /** For whom a deputy acts here: somebody absent whose task it is, and who could decide it themselves today. */
    private Optional<PersonView> absentee(Actor actor, TaskEntry entry) {
        return standsInFor(actor).stream()
                .flatMap(person -> people.find(person).stream())
                .filter(person -> mayHold(person, entry))
                .findFirst();
    }

    private static boolean mayHold(PersonView person, TaskEntry entry) {
        return person.active() && isOwn(person.actor(), entry);
    }

    private DeskOutcome take(Actor actor, Open open) {
        var standsFor = isOwn(actor, open.entry())
                ? null
                : absentee(actor, open.entry()).map(PersonView::id).orElse(null);
        hand(open, actor.person(), standsFor);
        return told(actor, open, "task-claimed", Map.of());
    }

    private void hand(Open open, @Nullable PersonId to, @Nullable PersonId insteadOf) {
        jdbc.sql("update task_entry set held_for = " + (insteadOf == null ? "null" : "?") + " where task_id = ?")
                .params(
                        insteadOf == null
                                ? List.of(open.entry().id())
                                : List.of(insteadOf.id(), open.entry().id()))
                .update();
        if (!engine.assign(open.task().id(), open.task().assignee(), to == null ? null : to.toString())) {
            throw new IllegalStateException("Task " + open.task().id() + " changed although its row is locked");
        }
    }

    private void complete(Actor actor, Open open, Facts variables) {
        var me = actor.person().toString();
        if (!me.equals(open.task().assignee())) {
            hand(open, actor.person(), null);
        }
        if (!isOwn(actor, open.entry())) {
            absentee(actor, open.entry())
                    .ifPresent(absentee -> told(actor, open, "task-decided-as-deputy", Map.of("for", absentee.name())));
        }
        if (!engine.complete(open.task().id(), me, variables)) {
            throw new IllegalStateException("Task " + open.task().id() + " changed although its row is locked");
        }
    }

    private DeskOutcome told(Actor actor, Open open, String action, Map<String, String> details) {
        cases.summary(open.task()).ifPresent(summary -> audit.record(summary.subject(), actor, action, details));
        return new Done();
    }

    private static TaskContext context(Actor actor, UserTask task, FormValues given) {
        return new TaskContext(task, new BusinessKey(task.caseKey()), actor, given);
    }

    private static <I extends Record> DecisionOutcome decided(TaskDecision<I> decision, TaskContext context) {
        return decision.decide(context, context.answers().to(decision.input()));
    }

    private static <I extends Record> DecisionOutcome foreseen(TaskDecision<I> decision, TaskContext context) {
        return decision.foresee(context, context.answers().to(decision.input()));
    }

    /** A form that no Java reads: its answers steer the process, each by its name and all of them as {@code answers}. */
    private Facts plain(UserTask task, FormValues given) {
        return CaseAnswers.facts(engine.values(task.id()), given);
    }
}

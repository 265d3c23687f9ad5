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
import io.handsel.security.OrganisationId;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.tasklist.DeskOutcome.Done;
import io.handsel.tasklist.DeskOutcome.How;
import io.handsel.tasklist.DeskOutcome.Overtaken;
import io.handsel.tasklist.DeskOutcome.Reason;
import io.handsel.tasklist.DeskOutcome.Refused;
import io.handsel.tasklist.TaskFilter.Scope;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

    /** So many tasks of others' making are tried before somebody hears that there is nothing next. */
    private static final int MOST_TRIED = 50;

    private final JdbcClient jdbc;
    private final TaskInbox inbox;
    private final TaskRights rights;
    private final UserTasks engine;
    private final Cases cases;
    private final TaskDecisions decisions;
    private final People people;
    private final Presence presence;
    private final CaseFiles files;
    private final CaseAnswers answers;
    private final AuditTrail audit;
    private final Clock clock;

    TaskDesk(
            JdbcClient jdbc,
            TaskInbox inbox,
            TaskRights rights,
            UserTasks engine,
            Cases cases,
            TaskDecisions decisions,
            People people,
            Presence presence,
            CaseFiles files,
            CaseAnswers answers,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.inbox = inbox;
        this.rights = rights;
        this.engine = engine;
        this.cases = cases;
        this.decisions = decisions;
        this.people = people;
        this.presence = presence;
        this.files = files;
        this.answers = answers;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes a task nobody has; a deputy may also take one from the person they stand in for. */
    public DeskOutcome claim(Actor actor, String id) {
        return with(actor, id, open -> {
            if (open.entry().isHeldBy(actor.person())) {
                return new Done();
            }
            return refusal(actor, open).or(() -> takenByAnother(actor, open)).orElseGet(() -> take(actor, open));
        });
    }

    /** Gives a task back to its group. */
    public DeskOutcome release(Actor actor, String id) {
        return with(actor, id, open -> {
            if (!open.entry().isHeldBy(actor.person())) {
                return takenByAnother(actor, open).orElseGet(Done::new);
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
            var receiver = people.find(to).filter(person -> rights.mayReceive(person, open.entry(), open.task()));
            if (receiver.isEmpty()) {
                return new Refused(Reason.NOT_THEIRS);
            }
            hand(open, to, null);
            return told(
                    actor, open, "task-assigned", Map.of("to", receiver.get().name()));
        });
    }

    /** Puts the task aside until a date that lies ahead: until then no list shows it. Null brings it back at once. */
    public DeskOutcome followUp(Actor actor, String id, @Nullable Instant date) {
        return with(
                actor,
                id,
                open -> refusal(actor, open)
                        .or(() -> takenByAnother(actor, open))
                        .or(() -> date == null || date.isAfter(clock.instant())
                                ? Optional.empty()
                                : Optional.of(new Refused(Reason.NOT_AHEAD)))
                        .orElseGet(() -> putAside(actor, open, date)));
    }

    /**
     * Takes the most urgent task that nobody has and this person may decide; where there is none, finds the most urgent
     * of those they hold. Of two people who ask at once each gets another.
     */
    public Optional<String> next(Actor actor) {
        var unassigned = inbox.all(actor, TaskFilter.of(Scope.UNASSIGNED), MOST_TRIED).stream()
                .map(TaskEntry::id)
                .filter(id -> locked(actor, id)
                        .filter(open -> open.entry().assignee() == null)
                        .filter(open -> refusal(actor, open).isEmpty())
                        .map(open -> take(actor, open))
                        .isPresent())
                .findFirst();
        return unassigned.or(() -> inbox.all(actor, TaskFilter.of(Scope.MINE), 1).stream()
                .map(TaskEntry::id)
                .findFirst());
    }

    /**
     * Moves a partner's open tasks from one person to another, for good. Where the other may not decide, the task goes
     * back to its group; what belongs to no group stays.
     */
    public void handOver(Actor by, OrganisationId partner, PersonId from, PersonId to) {
        var receiver = people.find(to);
        jdbc.sql("""
                        select task_id from task_entry where partner_id = ? and (assignee = ? or held_for = ?)
                        order by task_id for update
                        """)
                .params(partner.id(), from.id(), from.id())
                .query(String.class)
                .list()
                .forEach(id -> {
                    var open = new Open(
                            inbox.find(id).orElseThrow(), engine.find(id).orElseThrow());
                    if (receiver.filter(person -> rights.mayReceive(person, open.entry(), open.task()))
                            .isPresent()) {
                        hand(open, to, null);
                        told(
                                by,
                                open,
                                "task-handed-over",
                                Map.of("to", receiver.get().name()));
                    } else if (!open.entry().groups().isEmpty()) {
                        hand(open, null, null);
                        told(by, open, "task-released", Map.of());
                    }
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
                                    .map(decision -> decided(decision, context(actor, open, given)))
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
                    .map(decision -> foreseen(decision, context(actor, open.get(), given)))
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

    /** What has become of a task since it had this version; empty if nothing. */
    @Transactional(readOnly = true)
    public Optional<DeskOutcome> change(Actor actor, String id, long version) {
        var entry = inbox.find(actor, id);
        if (entry.isEmpty()) {
            return Optional.of(missing(actor, id));
        }
        if (entry.get().version() == version) {
            return Optional.empty();
        }
        return Optional.of(
                entry.get().isHeldBy(actor.person())
                        ? new Overtaken(How.CHANGED, null, entry.get().changed())
                        : overtaken(entry.get()));
    }

    private record Open(TaskEntry entry, UserTask task) {}

    private DeskOutcome with(Actor actor, String id, Function<Open, DeskOutcome> act) {
        return locked(actor, id).map(act).orElseGet(() -> missing(actor, id));
    }

    private Optional<Open> locked(Actor actor, String id) {
        inbox.lock(id);
        return inbox.find(actor, id).flatMap(entry -> engine.find(id).map(task -> new Open(entry, task)));
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
        return takenByAnother(actor, open)
                .or(() -> open.entry().version() == version
                        ? Optional.empty()
                        : Optional.of(
                                new Overtaken(How.CHANGED, null, open.entry().changed())))
                .or(() -> refusal(actor, open));
    }

    private Optional<DeskOutcome> takenByAnother(Actor actor, Open open) {
        return rights.isTakenByAnother(actor, open.entry()) ? Optional.of(overtaken(open.entry())) : Optional.empty();
    }

    private Optional<DeskOutcome> refusal(Actor actor, Open open) {
        return rights.refusal(actor, open.entry(), open.task());
    }

    private DeskOutcome putAside(Actor actor, Open open, @Nullable Instant date) {
        engine.followUp(open.task().id(), date);
        return date == null
                ? told(actor, open, "task-brought-back", Map.of())
                : told(
                        actor,
                        open,
                        "task-put-aside",
                        Map.of("until", LocalDate.ofInstant(date, actor.zone()).toString()));
    }

    private DeskOutcome take(Actor actor, Open open) {
        var standsFor = TaskRights.isOwn(actor, open.entry())
                ? null
                : rights.absentee(actor, open.entry()).map(PersonView::id).orElse(null);
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
        rights.insteadOf(actor, open.entry())
                .ifPresent(absentee -> told(actor, open, "task-decided-as-deputy", Map.of("for", absentee.name())));
        if (!me.equals(open.task().assignee())) {
            hand(open, actor.person(), null);
        }
        if (!engine.complete(open.task().id(), me, variables)) {
            throw new IllegalStateException("Task " + open.task().id() + " changed although its row is locked");
        }
    }

    private DeskOutcome told(Actor actor, Open open, String action, Map<String, String> details) {
        cases.summary(open.task()).ifPresent(summary -> audit.record(summary.subject(), actor, action, details));
        return new Done();
    }

    private TaskContext context(Actor actor, Open open, FormValues given) {
        var task = open.task();
        return new TaskContext(task, new BusinessKey(task.caseKey()), rights.acting(actor, open.entry()), given);
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

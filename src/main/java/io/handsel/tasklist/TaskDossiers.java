package io.handsel.tasklist;

import io.handsel.audit.AuditTrail;
import io.handsel.engine.BusinessKey;
import io.handsel.engine.CaseDiagram;
import io.handsel.engine.CaseDiagrams;
import io.handsel.engine.Facts;
import io.handsel.engine.UserTask;
import io.handsel.engine.UserTasks;
import io.handsel.security.Actor;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Collects what somebody needs to decide a task. */
@Service
@Transactional(readOnly = true)
public class TaskDossiers {

    private final TaskInbox inbox;
    private final UserTasks engine;
    private final Cases cases;
    private final TaskDecisions decisions;
    private final CaseDiagrams diagrams;
    private final CaseFiles files;
    private final CaseAnswers answers;
    private final AuditTrail audit;
    private final Presence presence;
    private final TaskDesk desk;

    TaskDossiers(
            TaskInbox inbox,
            UserTasks engine,
            Cases cases,
            TaskDecisions decisions,
            CaseDiagrams diagrams,
            CaseFiles files,
            CaseAnswers answers,
            AuditTrail audit,
            Presence presence,
            TaskDesk desk) {
        this.inbox = inbox;
        this.engine = engine;
        this.cases = cases;
        this.decisions = decisions;
        this.diagrams = diagrams;
        this.files = files;
        this.answers = answers;
        this.audit = audit;
        this.presence = presence;
        this.desk = desk;
    }

    /**
     * Empty if the task is no longer open, or not for this person. Looked at as of one moment: a task that ends while it
     * is read would be half there.
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<TaskDossier> find(Actor actor, String id) {
        return inbox.find(actor, id).flatMap(entry -> engine.find(id).map(task -> dossier(actor, entry, task)));
    }

    /** As {@link #find}, and until the caller's transaction ends the task stays as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<TaskDossier> hold(Actor actor, String id) {
        inbox.lock(id);
        return find(actor, id);
    }

    /** The ready-made answers there are for tasks of this kind. */
    public List<Choice> choices(TaskEntry entry) {
        return decisions.choices(entry.process(), entry.element());
    }

    /** Every ready-made answer there is. */
    public List<Choice> everyChoice() {
        return decisions.everyChoice();
    }

    /** What a task's form may show and compare with: the process's values, and what the owning module adds. */
    public Map<String, @Nullable Object> formData(Actor actor, UserTask task) {
        Facts values = engine.values(task.id());
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        values.names().forEach(name -> data.put(name, readable(values.get(name))));
        data.putAll(cases.formData(task, actor));
        return data;
    }

    private TaskDossier dossier(Actor actor, TaskEntry entry, UserTask task) {
        var summary = cases.summary(task);
        return new TaskDossier(
                entry,
                task,
                formData(actor, task),
                choices(entry),
                cases.panel(task, actor).orElse(null),
                diagrams(task),
                summary.map(known -> known.subject().kind()).orElse(null),
                summary.map(known -> audit.of(known.subject())).orElseGet(List::of),
                files.comments(entry.caseKey()),
                files.files(entry.caseKey()),
                answers.of(entry.caseKey()),
                desk.receivers(entry),
                presence.othersAt(entry.id(), actor),
                desk.obstacle(actor, entry));
    }

    private List<CaseDiagram> diagrams(UserTask task) {
        return task.caseKey().isEmpty()
                ? diagrams.ofInstance(task.processInstance())
                : diagrams.of(new BusinessKey(task.caseKey())).stream()
                        .filter(CaseDiagram::isRunning)
                        .toList();
    }

    /** Forms hold JSON: a date is text there. */
    private static @Nullable Object readable(@Nullable Object fact) {
        return fact instanceof Date date ? date.toInstant().toString() : fact;
    }
}

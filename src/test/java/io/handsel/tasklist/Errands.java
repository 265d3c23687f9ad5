package io.handsel.tasklist;

import io.handsel.audit.AuditTrail;
import io.handsel.audit.CaseReference;
import io.handsel.engine.BusinessKey;
import io.handsel.engine.Facts;
import io.handsel.engine.ModelDeployment;
import io.handsel.engine.ProcessKey;
import io.handsel.engine.TaskKey;
import io.handsel.engine.UserTask;
import io.handsel.kernel.EmailAddress;
import io.handsel.kernel.Money;
import io.handsel.security.Actor;
import io.handsel.security.NewPerson;
import io.handsel.security.OrganisationId;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.io.ClassPathResource;

/** A small domain for tests: errands that a manager decides, with everything a real module contributes. */
@TestComponent
class Errands implements CaseSource, TaskDecision<Errands.Verdict> {

    static final ProcessKey PROCESS = ProcessKey.of("errand");

    enum Tasks implements TaskKey {
        DECIDE_ERRAND
    }

    record Verdict(String verdict, @Nullable String reason) {}

    private final Map<String, CaseSummary> summaries = new ConcurrentHashMap<>();
    final Map<String, String> decided = new ConcurrentHashMap<>();
    final Map<String, Actor> deciders = new ConcurrentHashMap<>();

    private final ModelDeployment models;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final People people;
    private final AuditTrail audit;

    Errands(ModelDeployment models, RuntimeService runtime, TaskService tasks, People people, AuditTrail audit) {
        this.models = models;
        this.runtime = runtime;
        this.tasks = tasks;
        this.people = people;
        this.audit = audit;
    }

    void publish() {
        models.publish(
                        "errands",
                        Map.of(
                                "processes/errands/errand.bpmn", file("tasklist/errand.bpmn"),
                                "forms/errands/decide-errand.form", file("tasklist/decide-errand.form")))
                .orElseThrow();
    }

    static byte[] file(String name) {
        try {
            return new ClassPathResource(name).getContentAsByteArray();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    PersonView person(String name, Role... roles) {
        var unique = name.toLowerCase() + "-" + UUID.randomUUID();
        return people.register(NewPerson.ofVendor(unique, name, EmailAddress.parse(unique + "@vendor.example"), roles));
    }

    /** Starts a case and gives the id of its task. */
    String start(String title, @Nullable Instant due) {
        return start(summary(title, Money.euros("5000"), Set.of()), due);
    }

    String start(CaseSummary summary, @Nullable Instant due) {
        var key = BusinessKey.of(summary.subject().id());
        summaries.put(key.key(), summary);
        Map<String, Object> variables = new HashMap<>();
        variables.put("dueDate", due == null ? null : Date.from(due));
        runtime.startProcessInstanceByKey("errand", key.key(), variables);
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(key.key())
                .singleResult()
                .getId();
    }

    CaseSummary summary(String title, Money worth, Set<PersonId> excluded) {
        return new CaseSummary(
                title,
                "Acme Resale",
                OrganisationId.create(),
                "South",
                worth,
                "standard",
                new CaseReference("errand", UUID.randomUUID()),
                excluded);
    }

    /** As a model may, past everything the desk checks. */
    void assign(String task, PersonView person) {
        tasks.setAssignee(task, person.id().toString());
    }

    void change(String caseKey, CaseSummary summary) {
        summaries.put(caseKey, summary);
    }

    @Override
    public Set<ProcessKey> processes() {
        return Set.of(PROCESS);
    }

    @Override
    public Optional<CaseSummary> summary(BusinessKey key) {
        return Optional.ofNullable(summaries.get(key.key()));
    }

    @Override
    public CasePanel panel(UserTask task, Actor actor) {
        return new CasePanel(
                "tasklist/_errand :: panel", summaries.get(task.caseKey()).title());
    }

    @Override
    public ProcessKey process() {
        return PROCESS;
    }

    @Override
    public TaskKey task() {
        return Tasks.DECIDE_ERRAND;
    }

    @Override
    public Class<Verdict> input() {
        return Verdict.class;
    }

    @Override
    public List<Choice> choices() {
        return List.of(
                new Choice("approve", "tasklist.decide", 'a', Map.of("verdict", "approve")),
                new Choice("reject", "tasklist.release", 'r', Map.of("verdict", "reject")));
    }

    @Override
    public DecisionOutcome decide(TaskContext context, Verdict input) {
        if ("reject".equals(input.verdict()) && input.reason() == null) {
            return DecisionOutcome.refused("errand.refused.NO_REASON", "reason");
        }
        decided.merge(context.key().key(), input.verdict(), (one, other) -> one + "," + other);
        deciders.put(context.key().key(), context.actor());
        audit.record(summaries.get(context.key().key()).subject(), context.actor(), "errand-decided", Map.of());
        return DecisionOutcome.decided(Facts.of("verdict", input.verdict()));
    }
}

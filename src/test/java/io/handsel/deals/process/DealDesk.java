package io.handsel.deals.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.deals.DealFixtures;
import io.handsel.deals.DealId;
import io.handsel.deals.DealOverview;
import io.handsel.deals.DealStatus;
import io.handsel.deals.RegisterDeal;
import io.handsel.engine.BusinessKey;
import io.handsel.engine.CaseHistory;
import io.handsel.engine.DueJobs;
import io.handsel.engine.UserTasks;
import io.handsel.forms.FormValues;
import io.handsel.partner.PartnerView;
import io.handsel.security.Actor;
import io.handsel.tasklist.DecisionOutcome;
import io.handsel.tasklist.DecisionOutcome.Decided;
import io.handsel.tasklist.TaskContext;
import io.handsel.tasklist.TaskDecision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Where process tests stand: they register, decide, let time pass, and look at what has become of it. */
@TestComponent
class DealDesk {

    private final DealFixtures fixtures;
    private final DealOverview overview;
    private final ReviewDealDecision reviews;
    private final TaskDecision<HigherReviewDecisions.Answer> directors;
    private final TaskDecision<HigherReviewDecisions.Answer> finance;
    private final ReviewChoiceDecision choices;
    private final TaskService tasks;
    private final UserTasks userTasks;
    private final HistoryService history;
    private final DueJobs jobs;
    private final MovableClock clock;
    private final TransactionTemplate transactions;

    DealDesk(
            DealFixtures fixtures,
            DealOverview overview,
            ReviewDealDecision reviews,
            TaskDecision<HigherReviewDecisions.Answer> directorDecision,
            TaskDecision<HigherReviewDecisions.Answer> financeDecision,
            ReviewChoiceDecision choices,
            TaskService tasks,
            UserTasks userTasks,
            HistoryService history,
            DueJobs jobs,
            MovableClock clock,
            TransactionTemplate transactions) {
        this.fixtures = fixtures;
        this.overview = overview;
        this.reviews = reviews;
        this.directors = directorDecision;
        this.finance = financeDecision;
        this.choices = choices;
        this.tasks = tasks;
        this.userTasks = userTasks;
        this.history = history;
        this.jobs = jobs;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** A deal of a partner, seen by the person who registered it. */
    record Registered(DealId deal, Actor sales, PartnerView partner) {}

    Registered register(DealFixtures.Wish wish) {
        var partner = fixtures.partner();
        return register(partner, fixtures.sales(partner), wish.deal());
    }

    Registered register(PartnerView partner, Actor sales, RegisterDeal wish) {
        var deal = fixtures.register(sales, wish);
        jobs.run();
        return new Registered(deal, sales, partner);
    }

    Actor managerOf(Registered registered) {
        return fixtures.actor(registered.partner().manager());
    }

    DealStatus status(Registered registered) {
        return overview.details(registered.sales(), registered.deal()).status();
    }

    /** Time passes, and what is due happens. */
    void itIs(String moment) {
        itIs(Instant.parse(moment));
    }

    void itIs(Instant moment) {
        clock.moveTo(moment);
        jobs.run();
    }

    DecisionOutcome review(
            Registered registered, Actor by, String decision, @Nullable String reason, @Nullable String... marked) {
        var text = "ask-for-information".equals(decision) ? "Who decides there?" : null;
        return decide(
                registered,
                by,
                "ReviewDeal",
                reviews,
                new ReviewDealDecision.Answer(decision, reason, text, List.of(Objects.requireNonNull(marked)), null));
    }

    /** The manager approves and says which customer is meant. */
    DecisionOutcome approveFor(Registered registered, @Nullable String customer) {
        return decide(
                registered,
                managerOf(registered),
                "ReviewDeal",
                reviews,
                new ReviewDealDecision.Answer("approve", null, null, List.of(), customer));
    }

    void managerApproves(Registered registered) {
        assertThat(review(registered, managerOf(registered), "approve", null)).isInstanceOf(Decided.class);
    }

    void managerAsks(Registered registered, String... marked) {
        assertThat(review(registered, managerOf(registered), "ask-for-information", null, marked))
                .isInstanceOf(Decided.class);
    }

    DecisionOutcome director(Registered registered, Actor by, String decision, @Nullable String reason) {
        return decide(
                registered,
                by,
                "DirectorDecision",
                directors,
                new HigherReviewDecisions.Answer(decision, reason, null));
    }

    DecisionOutcome finance(Registered registered, Actor by, String decision, @Nullable String reason) {
        return decide(
                registered, by, "FinanceDecision", finance, new HigherReviewDecisions.Answer(decision, reason, null));
    }

    /** What the director's decision would be. */
    DecisionOutcome foreseeDirector(Registered registered, Actor by, String decision, @Nullable String reason) {
        return directors.foresee(
                context(registered, by, "DirectorDecision"), new HigherReviewDecisions.Answer(decision, reason, null));
    }

    /** What finance's decision would be. */
    DecisionOutcome foreseeFinance(Registered registered, Actor by, String decision, @Nullable String reason) {
        return finance.foresee(
                context(registered, by, "FinanceDecision"), new HigherReviewDecisions.Answer(decision, reason, null));
    }

    DecisionOutcome choice(Registered registered, Actor by, String decision, @Nullable String text) {
        return decide(registered, by, "ReviewChoice", choices, new ReviewChoiceDecision.Answer(decision, text));
    }

    /** Accepts a customer's choice; what follows from it waits for the next jobs. */
    void acceptOnly(Registered registered, Actor by) {
        assertThat(say(registered, by, "ReviewChoice", choices, new ReviewChoiceDecision.Answer("approve", null)))
                .isInstanceOf(Decided.class);
    }

    /** The elements of the user tasks that wait. */
    Set<String> waiting(Registered registered) {
        return open(registered).stream().map(Task::getTaskDefinitionKey).collect(Collectors.toSet());
    }

    /** The elements the deal's processes have been at, called processes included. */
    List<String> path(Registered registered) {
        return CaseHistory.path(history, registered.deal().toString());
    }

    boolean isRunning(Registered registered) {
        return CaseHistory.isRunning(history, registered.deal().toString());
    }

    private <I extends Record> DecisionOutcome decide(
            Registered registered, Actor by, String element, TaskDecision<I> decision, I input) {
        var outcome = say(registered, by, element, decision, input);
        jobs.run();
        return outcome;
    }

    private <I extends Record> DecisionOutcome say(
            Registered registered, Actor by, String element, TaskDecision<I> decision, I input) {
        return Objects.requireNonNull(transactions.execute(status -> {
            var context = context(registered, by, element);
            var task = context.task();
            var result = decision.decide(context, input);
            if (result instanceof Decided decided) {
                userTasks.assign(task.id(), task.assignee(), by.person().toString());
                userTasks.complete(task.id(), by.person().toString(), decided.variables());
            }
            return result;
        }));
    }

    private TaskContext context(Registered registered, Actor by, String element) {
        var found = open(registered).stream()
                .filter(task -> task.getTaskDefinitionKey().equals(element))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No task " + element));
        var task = userTasks.find(found.getId()).orElseThrow();
        return new TaskContext(task, BusinessKey.of(registered.deal().id()), by, new FormValues(Map.of()));
    }

    private List<Task> open(Registered registered) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(registered.deal().toString())
                .list();
    }
}

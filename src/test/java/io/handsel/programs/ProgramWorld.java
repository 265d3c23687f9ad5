package io.handsel.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.deals.DealDetails;
import io.handsel.deals.DealFixtures;
import io.handsel.deals.DealId;
import io.handsel.deals.DealOverview;
import io.handsel.engine.DueJobs;
import io.handsel.engine.ModelDeployment;
import io.handsel.partner.PartnerView;
import io.handsel.security.Actor;
import io.handsel.security.SignedIn;
import io.handsel.tasklist.TaskInbox;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.ContextRestartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A vendor that runs other programs beside the standard one: partners register on its pages, managers decide there. */
@TestComponent
class ProgramWorld {

    private static final Pattern DEAL = Pattern.compile("/deals/([0-9a-f-]{36})");

    private final DealFixtures fixtures;
    private final DealOverview overview;
    private final ModelDeployment models;
    private final DueJobs jobs;
    private final TaskService tasks;
    private final TaskInbox inbox;
    private final MovableClock clock;
    private final MockMvcTester mvc;

    ProgramWorld(
            DealFixtures fixtures,
            DealOverview overview,
            ModelDeployment models,
            DueJobs jobs,
            TaskService tasks,
            TaskInbox inbox,
            MovableClock clock,
            MockMvcTester mvc) {
        this.fixtures = fixtures;
        this.overview = overview;
        this.models = models;
        this.jobs = jobs;
        this.tasks = tasks;
        this.inbox = inbox;
        this.clock = clock;
        this.mvc = mvc;
    }

    /** Somebody who sells for a partner. */
    record Seller(PartnerView partner, Actor actor) {}

    /** What a page answered: the deal that was registered or changed, or what is wrong, in the reader's words. */
    record Answer(int status, @Nullable DealId deal, List<String> problems) {

        DealId taken() {
            assertThat(problems).isEmpty();
            return Objects.requireNonNull(deal, () -> "Answered with " + status);
        }
    }

    /** Whenever the application has put its own models in force: again when tests of others came between. */
    @EventListener({ContextRefreshedEvent.class, ContextRestartedEvent.class})
    void publish() {
        // Of two deployments the later one counts: the shipped models are there already.
        clock.advance(Duration.ofSeconds(1));
        ProgramModels.all()
                .forEach((module, files) -> models.publish(module, files).orElseThrow());
    }

    /** A seller of a new partner, on a Monday morning. */
    Seller seller() {
        clock.moveTo(MovableClock.START);
        return colleagueElsewhere();
    }

    /** A seller of another new partner. */
    Seller colleagueElsewhere() {
        var partner = fixtures.partner();
        return new Seller(partner, fixtures.sales(partner));
    }

    /** Time passes, and what is due happens. */
    void pass(Duration time) {
        itIs(clock.instant().plus(time));
    }

    /** It is so late, and nothing that is due has happened yet: timers may ring some seconds later. */
    void clockShows(Instant moment) {
        clock.moveTo(moment);
    }

    void itIs(Instant moment) {
        clock.moveTo(moment);
        jobs.run();
        // The engine keeps timers to the minute: one that is due now may ring some seconds later.
        if (moment.getEpochSecond() % 60 == 0) {
            clock.moveTo(moment.plusSeconds(59));
            jobs.run();
        }
    }

    /** What somebody types who registers a small deal with a new customer in Berlin. */
    static Sheet sheet(String program) {
        var deal = DealFixtures.aDeal().deal();
        var fields = new LinkedHashMap<String, String>();
        fields.put("customer", deal.customer());
        fields.put("website", deal.website());
        fields.put("country", deal.country());
        fields.put("contactName", deal.contactName());
        fields.put("contactEmail", deal.contactEmail());
        fields.put("products", "security");
        fields.put("amount", "5000");
        fields.put("currency", "EUR");
        fields.put("expectedClose", "2026-12-30");
        fields.put("need", deal.need());
        fields.put("source", deal.source());
        return new Sheet(program, fields);
    }

    /** A registration form, filled in. */
    record Sheet(String program, Map<String, String> fields) {

        Sheet with(String field, String answer) {
            var changed = new LinkedHashMap<>(fields);
            changed.put(field, answer);
            return new Sheet(program, changed);
        }

        /** The same for a customer nobody knows yet. */
        Sheet forAnotherCustomer() {
            var other = DealFixtures.aDeal().deal();
            return with("customer", other.customer()).with("website", other.website());
        }
    }

    Answer register(Seller seller, Sheet sheet) {
        return post("/deals/new?program=" + sheet.program(), seller.actor(), sheet.fields());
    }

    Answer resubmit(Seller seller, DealId deal, Sheet sheet) {
        return post("/deals/" + deal + "/resubmit", seller.actor(), sheet.fields());
    }

    /** A step of a partner with a deal, such as {@code lost}. */
    Answer act(Seller seller, DealId deal, String step, String... fields) {
        return post("/deals/" + deal + "/" + step, seller.actor(), pairs(fields));
    }

    Answer win(Seller seller, DealId deal) {
        return act(
                seller,
                deal,
                "won",
                "orderReference",
                "PO-1",
                "orderedOn",
                clock.instant().toString().substring(0, 10),
                "amount",
                "5000",
                "currency",
                "EUR");
    }

    Answer askForExtension(Seller seller, DealId deal) {
        return act(
                seller, deal, "extension", "reason", "The customer decides next month.", "expectedClose", "2026-12-30");
    }

    /** The partner's manager decides the task that waits. */
    void decide(Seller seller, DealId deal, String task, String... fields) {
        decide(manager(seller), deal, task, fields);
    }

    void decide(Actor manager, DealId deal, String task, String... fields) {
        assertThat(send(manager, deal, task, fields)).isEmpty();
    }

    /** What the manager is told whose decision cannot count. */
    List<String> refuses(Seller seller, DealId deal, String task, String... fields) {
        return send(manager(seller), deal, task, fields);
    }

    private List<String> send(Actor manager, DealId deal, String task, String... fields) {
        var waiting = waiting(deal).stream()
                .filter(each -> each.getTaskDefinitionKey().equals(task))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No task " + task + " waits"));
        var entry = inbox.find(manager, waiting.getId()).orElseThrow();
        var answers = pairs(fields);
        answers.put("_version", String.valueOf(entry.version()));
        return post("/tasks/" + entry.id() + "/decide", manager, answers).problems();
    }

    void approve(Seller seller, DealId deal) {
        decide(seller, deal, "ReviewDeal", "decision", "approve");
    }

    List<Task> waiting(DealId deal) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(deal.toString())
                .list();
    }

    DealDetails details(Seller seller, DealId deal) {
        return overview.details(seller.actor(), deal);
    }

    /** Who manages the customers' territory. */
    Actor territoryManager() {
        return fixtures.actor(fixtures.germany().manager());
    }

    Actor manager(Seller seller) {
        return fixtures.actor(seller.partner().manager());
    }

    Answer post(String address, Actor by, Map<String, String> fields) {
        var request = mvc.post().uri(address).with(SignedIn.as(by)).with(SecurityMockMvcRequestPostProcessors.csrf());
        // As pages name their parameters: dates apart, and beside each choice that it was shown.
        fields.forEach((name, answer) ->
                request.param(name, answer).param(name + ":date", answer).param(name + ":shown", "1"));
        var result = request.exchange();
        jobs.run();
        return new Answer(result.getResponse().getStatus(), deal(result), problems(result));
    }

    private static @Nullable DealId deal(MvcTestResult result) {
        var location = String.valueOf(result.getResponse().getRedirectedUrl());
        var address = DEAL.matcher(location);
        return address.lookingAt() ? DealId.parse(address.group(1)) : null;
    }

    private static List<String> problems(MvcTestResult result) {
        var page = new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        return Jsoup.parse(page).select(".problems li").eachText();
    }

    private static Map<String, String> pairs(String... fields) {
        var answers = new LinkedHashMap<String, String>();
        var rest = Arrays.asList(fields).iterator();
        while (rest.hasNext()) {
            answers.put(rest.next(), rest.next());
        }
        return answers;
    }
}

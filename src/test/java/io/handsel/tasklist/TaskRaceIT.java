package io.handsel.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.PostgresDatabase;
import io.handsel.audit.AuditEntry;
import io.handsel.audit.AuditTrail;
import io.handsel.kernel.Money;
import io.handsel.security.Actor;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.security.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.HistoryService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * Several people act on the same task at the same moment, through the pages, on PostgreSQL. Whatever the race left open
 * is decided at its end, after somebody tried with an old page and somebody who does not hold the task: so every round
 * has exactly one decision, and the audit trail and the engine's history must name the same person for it.
 */
@ErrandDomain
class TaskRaceIT {

    private static final int PEOPLE = 6;
    private static final int QUICK = 24;
    private static final int LONG = Integer.getInteger("race.rounds", 10_000);

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        PostgresDatabase.create().register(registry);
    }

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Errands errands;

    @Autowired
    TaskInbox inbox;

    @Autowired
    Presence presence;

    @Autowired
    AuditTrail audit;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient jdbc;

    private final ExecutorService threads = Executors.newFixedThreadPool(PEOPLE);
    private final List<PersonView> people = new ArrayList<>();

    private enum Act {
        DECIDE,
        DECIDE_MANY,
        CLAIM,
        RELEASE,
        ASSIGN,
        PUT_OFF,
        DRAFT,
        LOOK
    }

    /** Who decides, who does not, and whether anybody does, differs from round to round. */
    private static final List<List<Act>> ROUNDS = List.of(
            List.of(Act.CLAIM, Act.CLAIM, Act.ASSIGN, Act.RELEASE, Act.PUT_OFF, Act.DRAFT),
            List.of(Act.DECIDE, Act.LOOK, Act.CLAIM, Act.ASSIGN, Act.DECIDE_MANY, Act.DRAFT),
            List.of(Act.DECIDE, Act.DECIDE, Act.DECIDE, Act.LOOK, Act.DECIDE_MANY, Act.DECIDE_MANY));

    private record Try(Act act, PersonView person, String typed, int status, String page) {

        boolean decided() {
            return act == Act.DECIDE && status == 302 || act == Act.DECIDE_MANY && page.contains("1 of 1 are done");
        }

        boolean isOverwrittenBy(Try other) {
            return other.act == Act.DECIDE && other.person.id().equals(person.id());
        }
    }

    @BeforeEach
    void begin() {
        errands.publish();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(errands.person("Person" + i, Role.MANAGER));
        }
    }

    @AfterEach
    void end() throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(5, TimeUnit.SECONDS);
    }

    @Test
    void of_many_who_act_on_a_task_at_once_one_decides_and_nothing_typed_is_lost() throws Exception {
        race(QUICK);
    }

    @Test
    @Tag("proof")
    void of_many_who_act_on_a_task_at_once_one_decides_ten_thousand_times() throws Exception {
        var won = race(LONG);
        System.out.printf("%,d rounds, %,d of them won in the race itself%n", LONG, won);
    }

    @Test
    void whoever_asks_for_the_next_task_at_the_same_moment_gets_another() throws Exception {
        for (int round = 0; round < 10; round++) {
            List<String> tasks = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                tasks.add(errands.start("Next " + round, null));
            }
            var start = new CyclicBarrier(PEOPLE);
            List<Callable<String>> acts = new ArrayList<>();
            for (var person : people) {
                acts.add(() -> {
                    start.await(60, TimeUnit.SECONDS);
                    return String.valueOf(mvc.post()
                            .uri("/tasks/next")
                            .with(SignedIn.as(person.actor()))
                            .with(SecurityMockMvcRequestPostProcessors.csrf())
                            .exchange()
                            .getResponse()
                            .getRedirectedUrl());
                });
            }
            List<String> given = new ArrayList<>();
            for (var result : threads.invokeAll(acts)) {
                given.add(result.get().replaceAll("/tasks/([^?]+).*", "$1"));
            }

            assertThat(given).containsExactlyInAnyOrderElementsOf(tasks);
            for (int i = 0; i < PEOPLE; i++) {
                assertThat(inbox.find(actor(i), given.get(i))
                                .orElseThrow()
                                .isHeldBy(people.get(i).id()))
                        .isTrue();
            }
        }
    }

    private int race(int rounds) throws Exception {
        int won = 0;
        for (int round = 0; round < rounds; round++) {
            var summary = errands.summary("Race " + round, Money.euros("5000"), Set.of());
            var task = errands.start(summary, null);
            var seen = inbox.find(actor(0), task).orElseThrow();
            people.forEach(person -> presence.looksAt(person.actor(), task));

            var tries = together(round, seen);
            var winners = new ArrayList<>(
                    tries.stream().filter(Try::decided).map(Try::person).toList());
            won += winners.size();
            tries.forEach(TaskRaceIT::nothingIsLost);
            if (winners.isEmpty()) {
                winners.add(decideAtLast(seen, tries));
            }

            assertThat(winners).as("round %d", round).hasSize(1);
            assertThat(inbox.find(actor(0), task)).isEmpty();
            assertThat(audit.of(summary.subject()))
                    .filteredOn(entry -> entry.action().equals("errand-decided"))
                    .extracting(AuditEntry::actor)
                    .containsExactly(winners.get(0).name());
            assertThat(history.createHistoricTaskInstanceQuery()
                            .taskId(task)
                            .finished()
                            .singleResult()
                            .getAssignee())
                    .isEqualTo(winners.get(0).id().toString());
        }
        assertThat(won).as("races won").isBetween(rounds / 3, rounds);
        assertThat(count("task_entry e where not exists (select 1 from act_ru_task t where t.id_ = e.task_id)"))
                .isZero();
        assertThat(count("act_ru_task t where not exists (select 1 from task_entry e where e.task_id = t.id_)"))
                .isZero();
        return won;
    }

    private List<Try> together(int round, TaskEntry seen) throws Exception {
        var chance = new Random(round);
        var start = new CyclicBarrier(PEOPLE);
        List<Callable<Try>> acts = new ArrayList<>();
        for (var act : ROUNDS.get(round % ROUNDS.size())) {
            // Now and then one person in two windows.
            var me = people.get(chance.nextInt(4) == 0 ? 0 : acts.size());
            var other = people.get(chance.nextInt(PEOPLE));
            var typed = "Because " + round + " of " + acts.size();
            acts.add(() -> {
                start.await(60, TimeUnit.SECONDS);
                return attempt(act, me, other, typed, seen);
            });
        }
        List<Try> tries = new ArrayList<>();
        for (var result : threads.invokeAll(acts)) {
            tries.add(result.get());
        }
        return tries;
    }

    private Try attempt(Act act, PersonView me, PersonView other, String typed, TaskEntry seen) {
        var task = "/tasks/" + seen.id();
        var version = "" + seen.version();
        return switch (act) {
            case DECIDE -> decide(me, typed, seen.id(), seen.version());
            case DECIDE_MANY ->
                post(act, me, "", "/tasks/bulk", "act", "choice:approve", "task", seen.id(), "version", version);
            case CLAIM -> post(act, me, "", task + "/claim");
            case RELEASE -> post(act, me, "", task + "/release");
            case ASSIGN -> post(act, me, "", task + "/assign", "_version", version, "person", other.id() + "");
            case PUT_OFF -> post(act, me, "", task + "/follow-up", "date", "2099-01-01");
            case DRAFT -> post(act, me, typed, task + "/draft", fields(typed, "_draft", "0"));
            case LOOK ->
                answered(
                        act,
                        me,
                        "",
                        mvc.get().uri(task).with(SignedIn.as(me.actor())).exchange());
        };
    }

    /** Whoever was too late reads on the next page what they had typed; nobody reads that something is broken. */
    private static void nothingIsLost(Try attempt) {
        switch (attempt.act()) {
            case DECIDE -> {
                assertThat(attempt.status()).as("%s", attempt).isIn(302, 422, 409);
                if (attempt.status() != 302) {
                    assertThat(attempt.page()).contains(attempt.typed());
                }
            }
            case DECIDE_MANY -> assertThat(attempt.status()).as("%s", attempt).isEqualTo(200);
            case DRAFT, LOOK -> assertThat(attempt.status()).as("%s", attempt).isIn(200, 404);
            default -> assertThat(attempt.status()).as("%s", attempt).isIn(302, 422, 409);
        }
    }

    /** The race has no winner: an old page and a wrong hand must fail, then whoever holds the task decides. */
    private PersonView decideAtLast(TaskEntry seen, List<Try> tries) {
        var open = inbox.find(actor(0), seen.id()).orElseThrow();
        if (open.assignee() == null) {
            assertThat(post(Act.CLAIM, people.get(0), "", "/tasks/" + seen.id() + "/claim")
                            .status())
                    .isEqualTo(302);
            open = inbox.find(actor(0), seen.id()).orElseThrow();
        }
        var now = open;
        var holder = people.stream()
                .filter(person -> now.isHeldBy(person.id()))
                .findFirst()
                .orElseThrow();
        var another = people.get((people.indexOf(holder) + 1) % PEOPLE);

        tries.stream()
                .filter(attempt -> attempt.act() == Act.DRAFT && attempt.status() == 200)
                .filter(draft -> tries.stream().noneMatch(draft::isOverwrittenBy))
                .forEach(draft -> assertThat(page(draft.person(), seen.id())).contains(draft.typed()));
        refused(decide(holder, "With an old page", seen.id(), seen.version()), null);
        refused(decide(another, "Not mine", seen.id(), now.version()), holder.name());
        assertThat(decide(holder, "At last", seen.id(), now.version()).status()).isEqualTo(302);
        refused(decide(another, "Too late", seen.id(), now.version()), holder.name());
        return holder;
    }

    private static void refused(Try attempt, @Nullable String told) {
        assertThat(attempt.status()).as("%s", attempt).isEqualTo(422);
        assertThat(attempt.page()).contains(attempt.typed());
        if (told != null) {
            assertThat(attempt.page()).contains(told);
        }
    }

    private Try decide(PersonView me, String typed, String task, long version) {
        return post(Act.DECIDE, me, typed, "/tasks/" + task + "/decide", fields(typed, "_version", "" + version));
    }

    private static String[] fields(String typed, String name, String content) {
        return new String[] {"verdict", "reject", "verdict:shown", "1", "reason", typed, name, content};
    }

    private Actor actor(int number) {
        return people.get(number).actor();
    }

    private long count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Long.class).single();
    }

    private String page(PersonView person, String task) {
        return text(mvc.get()
                .uri("/tasks/" + task)
                .with(SignedIn.as(person.actor()))
                .exchange()
                .getResponse()
                .getContentAsByteArray());
    }

    private Try post(Act act, PersonView person, String typed, String path, String... parameters) {
        var request = mvc.post()
                .uri(path)
                .with(SignedIn.as(person.actor()))
                .with(SecurityMockMvcRequestPostProcessors.csrf());
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return answered(act, person, typed, request.exchange());
    }

    private static Try answered(Act act, PersonView person, String typed, MvcTestResult result) {
        var broken = result.getUnresolvedException();
        if (broken != null) {
            return new Try(act, person, typed, 500, broken.toString());
        }
        var answer = result.getResponse();
        return new Try(act, person, typed, answer.getStatus(), text(answer.getContentAsByteArray()));
    }

    private static String text(byte[] page) {
        return new String(page, StandardCharsets.UTF_8);
    }
}

package io.handsel.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.PostgresDatabase;
import io.handsel.security.Actor;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.security.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.HistoryService;
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

/** Several people act on the same task at the same moment, through the pages, on PostgreSQL. */
@ErrandDomain
@Tag("proof")
class TaskRaceIT {

    private static final int PEOPLE = 6;
    private static final int ROUNDS = 60;

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
    HistoryService history;

    @Autowired
    JdbcClient jdbc;

    private final ExecutorService threads = Executors.newFixedThreadPool(PEOPLE);
    private final List<PersonView> people = new ArrayList<>();

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
    void of_many_who_decide_take_and_hand_on_at_once_one_comes_first_and_nothing_is_lost() throws Exception {
        List<Integer> answers = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            var task = errands.start("Race " + round, null);
            var entry = inbox.find(actor(0), task).orElseThrow();
            people.forEach(person -> open(task, person));

            var statuses = together(task, entry.version());

            answers.addAll(statuses);
            var decided = errands.decided.get(entry.caseKey());
            var open = inbox.find(actor(0), task);
            assertThat(decided == null).as("open exactly if undecided").isEqualTo(open.isPresent());
            assertThat(decided).isIn(null, "approve");
            if (decided != null) {
                var done =
                        history.createHistoricTaskInstanceQuery().taskId(task).singleResult();
                assertThat(done.getEndTime()).isNotNull();
            }
        }
        assertThat(answers).allMatch(status -> status == 302 || status == 422 || status == 409 || status == 404);
        assertThat(answers).contains(302, 422);
        assertThat(errands.decided).isNotEmpty();
        assertThat(jdbc.sql("select count(*) from task_entry e where not exists "
                                + "(select 1 from act_ru_task t where t.id_ = e.task_id)")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** Half of them decide, the others take the task or give it to somebody else. */
    private List<Integer> together(String task, long version) throws Exception {
        var start = new CyclicBarrier(PEOPLE);
        List<Callable<Integer>> acts = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            var me = people.get(i);
            var other = people.get((i + 1) % PEOPLE).id().toString();
            var act = i % 6;
            acts.add(() -> {
                start.await(20, TimeUnit.SECONDS);
                return act == 1
                        ? post("/tasks/" + task + "/claim", me)
                        : act == 2
                                ? post("/tasks/" + task + "/assign", me, "_version", "" + version, "person", other)
                                : post(
                                        "/tasks/" + task + "/decide",
                                        me,
                                        "_version",
                                        "" + version,
                                        "_choice",
                                        "approve");
            });
        }
        List<Integer> statuses = new ArrayList<>();
        for (var result : threads.invokeAll(acts)) {
            statuses.add(result.get());
        }
        return statuses;
    }

    private Actor actor(int number) {
        return people.get(number).actor();
    }

    private void open(String task, PersonView person) {
        assertThat(mvc.get().uri("/tasks/" + task).with(SignedIn.as(person.actor())))
                .hasStatusOk();
    }

    private int post(String path, PersonView person, String... parameters) {
        var request = mvc.post()
                .uri(path)
                .with(SignedIn.as(person.actor()))
                .with(SecurityMockMvcRequestPostProcessors.csrf());
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange().getResponse().getStatus();
    }
}

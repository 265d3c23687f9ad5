package io.handsel.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.kernel.Money;
import io.handsel.kernel.Period;
import io.handsel.security.Actor;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.security.SignedIn;
import io.handsel.tasklist.Deputies.Appointment;
import io.handsel.tasklist.DeskOutcome.Reason;
import io.handsel.tasklist.DeskOutcome.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Nobody decides a case of a partner they belong to, one they created, or one whose creator they stand in for
 * (Programme guide 6.3), however they come to its task: one by one or in bulk, by their group, as a deputy or as a
 * substitute.
 */
@ErrandDomain
class SeparationOfDutiesTests {

    @Autowired
    Errands errands;

    @Autowired
    TaskInbox inbox;

    @Autowired
    TaskDesk desk;

    @Autowired
    Deputies deputies;

    @Autowired
    Substitutes substitutes;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Clock clock;

    /** What somebody has to do with the case. */
    private enum Tie {
        BELONGS_TO_THE_PARTNER(false),
        CREATOR(false),
        SUBSTITUTE_OF_THE_CREATOR(false),
        SUBSTITUTE_OF_THE_CREATORS_SUBSTITUTE(false),
        DEPUTY_OF_THE_CREATOR(false),
        NONE(true);

        private final boolean mayDecide;

        Tie(boolean mayDecide) {
            this.mayDecide = mayDecide;
        }
    }

    /** How the task comes to them. */
    private enum Way {
        OF_THEIR_GROUP,
        GIVEN_TO_THEM,
        AS_DEPUTY_OF_ITS_HOLDER,
        AS_SUBSTITUTE_OF_ITS_HOLDER
    }

    private PersonView creator;
    private PersonView holder;
    private Actor actor;
    private String task;

    @BeforeEach
    void begin() {
        errands.publish();
        errands.decided.clear();
        transactions.executeWithoutResult(status -> {
            jdbc.sql("delete from task_entry").update();
            jdbc.sql("delete from task_substitute").update();
        });
        creator = errands.person("Cara", Role.MANAGER);
        holder = errands.person("Hugo", Role.MANAGER);
    }

    @ParameterizedTest
    @EnumSource
    void decides_one_by_one_or_not(Tie tie) {
        for (var way : Way.values()) {
            arrange(tie, way);
            var version = inbox.find(actor, task).orElseThrow().version();

            var page = html(
                    mvc.get().uri("/tasks/" + task).with(SignedIn.as(actor)).exchange());
            assertThat(page.select("form[action$=decide]").isEmpty())
                    .as("%s %s", tie, way)
                    .isEqualTo(!tie.mayDecide);
            var answer = post("/tasks/" + task + "/decide", "_version", "" + version, "_choice", "approve");

            assertThat(answer).as("%s %s", tie, way).hasStatus(tie.mayDecide ? 302 : 422);
            assertThat(errands.decided.isEmpty()).as("%s %s", tie, way).isEqualTo(!tie.mayDecide);
            if (!tie.mayDecide) {
                assertThat(html(answer).text()).contains("You may not decide this");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void decides_in_bulk_or_not(Tie tie) {
        for (var way : Way.values()) {
            arrange(tie, way);
            var version = inbox.find(actor, task).orElseThrow().version();

            var preview = html(post("/tasks/bulk/preview", "act", "choice:approve", "task", task));
            assertThat(preview.select("input[name=task]").isEmpty())
                    .as("%s %s", tie, way)
                    .isEqualTo(!tie.mayDecide);
            var result = html(post("/tasks/bulk", "act", "choice:approve", "task", task, "version", "" + version));

            assertThat(result.text()).as("%s %s", tie, way).contains(tie.mayDecide ? "1 of 1" : "0 of 1");
            assertThat(errands.decided.isEmpty()).as("%s %s", tie, way).isEqualTo(!tie.mayDecide);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void whoever_may_not_decide_gets_the_task_in_no_other_way(Tie tie) {
        arrange(tie, Way.OF_THEIR_GROUP);

        assertThat(desk.claim(actor, task)).isEqualTo(new Refused(Reason.EXCLUDED));
        assertThat(desk.next(actor)).isEmpty();
        assertThat(desk.followUp(actor, task, clock.instant().plus(Duration.ofDays(1))))
                .isEqualTo(new Refused(Reason.EXCLUDED));
        if (tie != Tie.BELONGS_TO_THE_PARTNER) {
            assertThat(desk.assign(
                            holder.actor(),
                            task,
                            inbox.find(actor, task).orElseThrow().version(),
                            actor.person()))
                    .isEqualTo(new Refused(Reason.NOT_THEIRS));
        }
    }

    private void arrange(Tie tie, Way way) {
        begin();
        var summary = errands.summary("Seats", Money.euros("5000"), Set.of(creator.id()));
        task = errands.start(summary, null);
        var person = errands.person("Dana", Role.MANAGER);
        actor = person.actor();
        switch (tie) {
            case BELONGS_TO_THE_PARTNER ->
                actor = new Actor(
                        person.id(),
                        person.name(),
                        person.roles(),
                        summary.partner(),
                        null,
                        person.locale(),
                        person.zone());
            case CREATOR -> {
                person = creator;
                actor = creator.actor();
            }
            case SUBSTITUTE_OF_THE_CREATOR -> standIn(creator, person);
            case SUBSTITUTE_OF_THE_CREATORS_SUBSTITUTE -> {
                var between = errands.person("Bert", Role.MANAGER);
                standIn(creator, between);
                standIn(between, person);
            }
            case DEPUTY_OF_THE_CREATOR -> appoint(creator, person);
            case NONE -> {}
        }
        switch (way) {
            case OF_THEIR_GROUP -> {}
            case GIVEN_TO_THEM -> hold(person);
            case AS_DEPUTY_OF_ITS_HOLDER -> {
                hold(holder);
                appoint(holder, person);
            }
            case AS_SUBSTITUTE_OF_ITS_HOLDER -> {
                hold(holder);
                standIn(holder, person);
            }
        }
    }

    /** As a model does it, past every check of the desk. */
    private void hold(PersonView person) {
        errands.assign(task, person);
    }

    private void standIn(PersonView absentee, PersonView substitute) {
        transactions.executeWithoutResult(status -> substitutes.standIn(
                UUID.randomUUID(),
                absentee.id(),
                substitute.id(),
                Period.of(Duration.ofDays(2), clock.instant().minusSeconds(60))));
    }

    private void appoint(PersonView absentee, PersonView deputy) {
        var from = clock.instant().minusSeconds(60);
        assertThat(deputies.appoint(
                        absentee.actor(),
                        new Appointment(absentee.id(), deputy.id(), from, from.plus(Duration.ofDays(2)), null, null)))
                .isEmpty();
    }

    private MvcTestResult post(String path, String... parameters) {
        var request = mvc.post().uri(path).with(SignedIn.as(actor)).with(SecurityMockMvcRequestPostProcessors.csrf());
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private static Document html(MvcTestResult result) {
        return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}

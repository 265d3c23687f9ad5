package io.handsel.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.StatementCount;
import io.handsel.kernel.Money;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.security.SignedIn;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@ErrandDomain
class TaskPagesTests {

    private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Errands errands;

    @Autowired
    TaskInbox inbox;

    @Autowired
    TaskDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    PersonView mona;
    PersonView max;
    PersonView dirk;

    @BeforeEach
    void begin() {
        errands.publish();
        errands.decided.clear();
        transactions.executeWithoutResult(
                status -> jdbc.sql("delete from task_entry").update());
        mona = errands.person("Mona", Role.MANAGER);
        max = errands.person("Max", Role.MANAGER);
        dirk = errands.person("Dirk", Role.DIRECTOR);
    }

    @Test
    void the_list_costs_two_statements_however_many_tasks_there_are() {
        for (int i = 0; i < 60; i++) {
            errands.start("Case " + i, MONDAY.plusSeconds(i));
        }
        open("/tasks", mona);

        var statements = StatementCount.during(() -> open("/tasks?due=week&search=case", mona));

        assertThat(statements).hasSize(2);
    }

    @Test
    void shows_filters_list_and_task_to_those_who_may_see_it() {
        var task = errands.start("Forty seats", MONDAY);

        var page = html(open("/tasks/" + task, mona));

        assertThat(page.select("#errand-panel").text()).isEqualTo("Forty seats");
        assertThat(page.select("#task-list a.cover").eachText()).containsExactly("Forty seats");
        assertThat(page.select("button[data-key=a]").text()).isEqualTo("Send a");
        assertThat(page.select("textarea[name=reason]")).isEmpty();
        assertThat(page.select("svg")).isNotEmpty();
        assertThat(page.select("[style],script:not([src])")).isEmpty();
        assertThat(page.text()).doesNotContain("??");
        assertThat(open("/tasks/" + task, dirk)).hasStatus(404);
        assertThat(open("/tasks/no-such-task", mona)).hasStatus(404);
    }

    @Test
    void speaks_german() {
        errands.start("Vierzig Plätze", MONDAY);
        var page = html(mvc.get()
                .uri("/tasks")
                .locale(Locale.GERMAN)
                .header("Accept-Language", "de")
                .with(SignedIn.as(mona.actor()))
                .exchange());

        assertThat(page.text()).doesNotContain("??");
    }

    @Test
    void decides_with_one_button() {
        var task = errands.start("Seats", null);
        var entry = inbox.find(mona.actor(), task).orElseThrow();

        var answer = post("/tasks/" + task + "/decide", mona, "_version", "" + entry.version(), "_choice", "approve");

        assertThat(answer).hasStatus(302).redirectedUrl().startsWith("/tasks?said=");
        assertThat(errands.decided).containsEntry(entry.caseKey(), "approve");
    }

    @Test
    void what_the_form_or_the_domain_refuses_comes_back_with_the_entry_kept() {
        var task = errands.start("Seats", null);
        var version = "" + inbox.find(mona.actor(), task).orElseThrow().version();

        var empty = post("/tasks/" + task + "/decide", mona, "_version", version);
        assertThat(empty).hasStatus(422);
        assertThat(html(empty).select(".problems")).isNotEmpty();

        var refused = post("/tasks/" + task + "/decide", mona, "_version", version, "_choice", "reject", "_draft", "1");
        assertThat(refused).hasStatus(422);
        var page = html(refused);
        assertThat(page.select("input[name=verdict][value=reject]").hasAttr("checked"))
                .isTrue();
        assertThat(page.select(".problems").text()).contains("errand.refused.NO_REASON");
        assertThat(html(open("/tasks/" + task, mona))
                        .select("input[name=verdict][value=reject]")
                        .hasAttr("checked"))
                .isTrue();
    }

    @Test
    void whoever_comes_second_is_told_who_was_first_and_keeps_what_they_typed() {
        var task = errands.start("Seats", null);
        var version = "" + inbox.find(max.actor(), task).orElseThrow().version();
        open("/tasks/" + task, max);
        desk.claim(mona.actor(), task);

        var taken = post(
                "/tasks/" + task + "/decide",
                max,
                "_version",
                version,
                "verdict",
                "reject",
                "verdict:shown",
                "1",
                "reason",
                "Too early");
        assertThat(taken).hasStatus(422);
        assertThat(html(taken).select(".problems").text()).contains("Mona has had this task since");
        assertThat(html(taken).select("textarea[name=reason]").text()).isEqualTo("Too early");

        var entry = inbox.find(mona.actor(), task).orElseThrow();
        post("/tasks/" + task + "/decide", mona, "_version", "" + entry.version(), "_choice", "approve");
        var done = post("/tasks/" + task + "/decide", max, "_version", version, "reason", "Too early");
        assertThat(done).hasStatus(422);
        assertThat(html(done).text()).contains("Mona decided this").contains("Too early");
        assertThat(post("/tasks/" + task + "/decide", dirk, "_version", version))
                .hasStatus(404);
    }

    @Test
    void saves_what_is_typed_as_a_draft() {
        var task = errands.start("Seats", null);

        var part = post("/tasks/" + task + "/draft", mona, "verdict", "reject", "verdict:shown", "1", "_draft", "0");

        assertThat(part).hasStatusOk();
        assertThat(html(part).select("textarea[name=reason]")).isNotEmpty();
        assertThat(html(open("/tasks/" + task, mona))
                        .select("input[name=verdict][value=reject]")
                        .hasAttr("checked"))
                .isTrue();
        assertThat(html(open("/tasks/" + task, max))
                        .select("input[name=verdict][value=reject]")
                        .hasAttr("checked"))
                .isFalse();
    }

    @Test
    void takes_gives_back_hands_on_and_puts_off() {
        var task = errands.start("Seats", null);

        assertThat(post("/tasks/" + task + "/claim", mona)).hasStatus(302);
        assertThat(post("/tasks/" + task + "/claim", max)).hasStatus(422);
        assertThat(post("/tasks/" + task + "/release", mona)).hasStatus(302);
        var version = "" + inbox.find(mona.actor(), task).orElseThrow().version();
        assertThat(post(
                        "/tasks/" + task + "/assign",
                        mona,
                        "_version",
                        version,
                        "person",
                        max.id().toString()))
                .hasStatus(302);
        var tomorrow = LocalDate.now(Clock.systemUTC()).plusDays(1).toString();
        assertThat(post("/tasks/" + task + "/follow-up", mona, "date", tomorrow))
                .hasStatus(422);
        assertThat(post("/tasks/" + task + "/follow-up", max, "date", tomorrow)).hasStatus(302);
        assertThat(inbox.find(mona.actor(), task).orElseThrow().assigneeName()).isEqualTo("Max");
        assertThat(inbox.find(mona.actor(), task).orElseThrow().followUp()).isNotNull();
    }

    @Test
    void what_is_put_aside_is_shown_where_it_is_and_brought_back() {
        var task = errands.start("Seats", null);
        var today = LocalDate.now(Clock.systemUTC());

        var wrong = post("/tasks/" + task + "/follow-up", mona, "date", today.toString());
        assertThat(wrong).hasStatus(422);
        assertThat(html(wrong).select(".problems").text()).contains("a day that lies ahead");
        post("/tasks/" + task + "/follow-up", mona, "date", today.plusDays(3).toString());

        assertThat(html(open("/tasks", mona)).select("#task-list a.cover")).isEmpty();
        assertThat(html(open("/tasks", mona))
                        .select("#task-filters a[href*=put-aside]")
                        .text())
                .isEqualTo("Put aside 1");
        assertThat(html(open("/tasks?due=put-aside", mona)).select("#task-list a.cover"))
                .hasSize(1);
        var page = html(open("/tasks/" + task, mona));
        assertThat(page.select("article .flash").text()).contains("Put aside until");
        assertThat(page.select("article").text()).contains("Task put aside");
        assertThat(post("/tasks/" + task + "/follow-up", mona)).hasStatus(302);
        assertThat(html(open("/tasks", mona)).select("#task-list a.cover")).hasSize(1);
    }

    @Test
    void says_why_a_task_stands_where_it_does() {
        errands.start(errands.summary("Large", Money.euros("90000"), Set.of()), MONDAY.plusSeconds(3600));
        var late = errands.start(errands.summary("Late", Money.euros("10"), Set.of()), MONDAY.minusSeconds(864_000));
        var never = errands.start(errands.summary("Never", Money.euros("5"), Set.of()), null);

        var list = html(open("/tasks", mona)).select("#task-list li");
        assertThat(list.eachText().get(0)).contains("Late").contains("Its answer was promised by");
        assertThat(list.eachText().get(1)).contains("Large").contains("worth the most");
        assertThat(html(open("/tasks/" + late, mona)).select("article header").text())
                .contains("it comes before everything that is still in time")
                .doesNotContain("worth more");
        assertThat(html(open("/tasks/" + never, mona)).select("article header").text())
                .contains("No answer time was promised");
    }

    @Test
    void next_is_the_most_urgent_task_nobody_has_and_then_ones_own() {
        var later = errands.start("Later", MONDAY.plusSeconds(60));
        var own = errands.start(errands.summary("Own", Money.euros("1"), Set.of(mona.id())), MONDAY);
        var first = errands.start("First", MONDAY);
        var taken = errands.start("Taken", MONDAY.minusSeconds(60));
        desk.claim(max.actor(), taken);

        assertThat(post("/tasks/next", mona)).hasRedirectedUrl("/tasks/" + first + "?said=tasklist.said.next");
        assertThat(post("/tasks/next", mona)).hasRedirectedUrl("/tasks/" + later + "?said=tasklist.said.next");
        assertThat(post("/tasks/next", mona)).hasRedirectedUrl("/tasks/" + first + "?said=tasklist.said.next");
        assertThat(inbox.find(mona.actor(), first).orElseThrow().assigneeName()).isEqualTo("Mona");
        assertThat(inbox.find(mona.actor(), own).orElseThrow().assignee()).isNull();
        assertThat(post("/tasks/next", dirk)).hasRedirectedUrl("/tasks?said=tasklist.said.nothingNext");
    }

    @Test
    void an_open_page_hears_once_what_became_of_its_task() {
        var task = errands.start("Seats", null);
        var page = html(open("/tasks/" + task, max));
        var news = page.select("#task-news").attr("hx-get");
        assertThat(open(news, max)).hasStatus(204);

        open("/tasks/" + task, mona);
        var seen = html(open(news, max)).select("#task-news");
        assertThat(seen.text()).isEqualTo("Also looking at this now: Mona");
        assertThat(open(seen.attr("hx-get"), max)).hasStatus(204);
        desk.claim(mona.actor(), task);
        assertThat(html(open(seen.attr("hx-get"), max)).text()).contains("Mona has had this task since");
        assertThat(open(news, dirk)).hasStatus(404);

        var entry = inbox.find(mona.actor(), task).orElseThrow();
        post("/tasks/" + task + "/decide", mona, "_version", "" + entry.version(), "_choice", "approve");
        assertThat(html(open(seen.attr("hx-get"), max)).text()).contains("Mona decided this");
    }

    @Test
    void keeps_comments_and_files_and_hands_files_over_only_with_the_task() throws Exception {
        var task = errands.start("Seats", null);

        post("/tasks/" + task + "/comment", mona, "words", "<b>Looks</b> fine");
        var kept = upload(task, "offer.pdf", "%PDF-1.7 offer".getBytes(StandardCharsets.UTF_8));
        var refused = upload(task, "evil.html", "<script>".getBytes(StandardCharsets.UTF_8));
        var disguised = upload(task, "picture.png", "<script>".getBytes(StandardCharsets.UTF_8));

        assertThat(kept).hasStatus(302);
        assertThat(refused).hasStatus(422);
        assertThat(disguised).hasStatus(422);
        var page = html(open("/tasks/" + task, mona));
        assertThat(page.text()).contains("<b>Looks</b> fine");
        var link = page.select("#files a").attr("href");
        assertThat(open(link, mona))
                .hasStatusOk()
                .hasHeader("Content-Disposition", "attachment; filename=\"offer.pdf\"; filename*=UTF-8''offer.pdf")
                .hasHeader("X-Content-Type-Options", "nosniff");
        assertThat(open(link, dirk)).hasStatus(404);
        var other = errands.start("Other", null);
        assertThat(open(link.replace(task, other), mona)).hasStatus(404);
    }

    @Test
    void a_file_that_cannot_be_kept_is_an_error_at_its_field_and_nothing_is_decided() {
        var task = errands.start("Seats", null);
        var pdf = new MockMultipartFile("evidence", "offer.pdf", "application/pdf", text("%PDF-1.7 offer"));

        for (var wrong : List.of(
                new MockMultipartFile("evidence", "tool.exe", "application/pdf", text("MZ")),
                new MockMultipartFile("evidence", "picture.png", "image/png", text("<script>")),
                new MockMultipartFile("evidence", "nothing.pdf", "application/pdf", new byte[0]),
                new MockMultipartFile("evidence", "film.pdf", "application/pdf", new byte[21 * 1024 * 1024]))) {
            var answer = decideWith(task, pdf, wrong);

            assertThat(answer).hasStatus(422);
            var page = html(answer);
            assertThat(page.select(".problems a[href]").text()).contains(wrong.getOriginalFilename());
            assertThat(page.select(".field:has(input[name=evidence]) .error").text())
                    .contains(wrong.getOriginalFilename());
            assertThat(page.select("textarea[name=reason]").text()).isEqualTo("Too early");
            assertThat(errands.decided).isEmpty();
        }
        assertThat(html(open("/tasks/" + task, mona)).select("#files li")).isEmpty();
        assertThat(decideWith(task, pdf, pdf)).hasStatus(302);
        assertThat(errands.decided).hasSize(1);
    }

    private MvcTestResult decideWith(String task, MockMultipartFile... files) {
        var request = mvc.post().uri("/tasks/" + task + "/decide").multipart();
        for (var file : files) {
            request.file(file);
        }
        return request.param(
                        "_version",
                        "" + inbox.find(mona.actor(), task).orElseThrow().version())
                .param("verdict", "reject")
                .param("verdict:shown", "1")
                .param("reason", "Too early")
                .with(SignedIn.as(mona.actor()))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void many_at_once_show_first_what_would_happen_and_then_what_happened() {
        var one = errands.start("One", null);
        var two = errands.start("Two", null);
        var own = errands.start(errands.summary("Own", Money.euros("1"), Set.of(mona.id())), null);
        var foreign = "no-such-task";

        var preview = html(post(
                "/tasks/bulk/preview",
                mona,
                "act",
                "choice:approve",
                "task",
                one,
                "task",
                two,
                "task",
                own,
                "task",
                foreign));
        assertThat(preview.select("input[name=task]").eachAttr("value")).containsExactly(one, two);
        assertThat(preview.text()).contains("You may not decide this").contains("There is no such task any more");
        assertThat(errands.decided).isEmpty();

        desk.claim(max.actor(), two);
        var versions = preview.select("input[name=version]").eachAttr("value");
        var result = html(post(
                "/tasks/bulk",
                mona,
                "act",
                "choice:approve",
                "task",
                one,
                "version",
                versions.get(0),
                "task",
                two,
                "version",
                versions.get(1)));
        assertThat(result.text()).contains("1 of 2 are done").contains("Max has had this task since");
        assertThat(errands.decided).hasSize(1);
        assertThat(inbox.find(max.actor(), two)).isPresent();
    }

    @Test
    void keeps_filters_on_the_server_and_shares_them() {
        errands.start("Seats", null);
        post("/tasks/filters", mona, "name", "Large ones", "least", "1000", "shared", "true");
        post("/tasks/filters", mona, "name", "Private", "scope", "mine");

        assertThat(html(open("/tasks", max)).select("aside").text())
                .contains("Large ones 1")
                .doesNotContain("Private");
        var remove = html(open("/tasks", mona)).select("aside form[action$=remove]");
        assertThat(remove).hasSize(2);
        assertThat(post(remove.get(0).attr("action"), max)).hasStatus(404);
        assertThat(post(remove.get(0).attr("action"), mona)).hasStatus(302);
    }

    @Test
    void exports_the_list_without_formulas() throws Exception {
        errands.start("=cmd()|' /C calc'!A0", MONDAY);

        var file = open("/tasks/export", mona);

        assertThat(file).hasStatusOk();
        assertThat(file.getResponse().getContentAsString())
                .contains("'=cmd()")
                .contains("Acme Resale")
                .contains("5000.00,EUR");
    }

    @Test
    void names_and_ends_a_deputy() {
        var task = errands.start("Seats", null);
        var answer = post(
                "/tasks/deputies", mona, "deputy", dirk.id().toString(), "from", "2020-01-01", "until", "2020-01-01");
        assertThat(answer).hasStatus(422);
        assertThat(html(answer).select(".problems")).isNotEmpty();
        assertThat(post("/tasks/deputies", mona)).hasStatus(422);

        var today = LocalDate.now(Clock.systemUTC());
        assertThat(post(
                        "/tasks/deputies",
                        mona,
                        "deputy",
                        dirk.id().toString(),
                        "from",
                        today.toString(),
                        "until",
                        today.plusDays(2).toString()))
                .hasStatus(302);
        assertThat(open("/tasks/" + task, dirk)).hasStatusOk();
        var end =
                html(open("/tasks/deputies", mona)).select("form[action$=end]").attr("action");
        assertThat(post(end, max)).hasStatus(404);
        assertThat(post(end, mona)).hasStatus(302);
        assertThat(open("/tasks/" + task, dirk)).hasStatus(404);
    }

    @Test
    void only_deciders_come_in() {
        var sales = errands.person("Sales", Role.DESIGNER);

        assertThat(open("/tasks", sales)).hasStatus(403);
        assertThat(open("/tasks/events", sales)).hasStatus(403);
    }

    private MvcTestResult upload(String task, String name, byte[] content) {
        return mvc.post()
                .uri("/tasks/" + task + "/files")
                .multipart()
                .file(new MockMultipartFile("file", name, "text/html", content))
                .with(SignedIn.as(mona.actor()))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    private MvcTestResult open(String path, PersonView person) {
        return mvc.get().uri(path).with(SignedIn.as(person.actor())).exchange();
    }

    private MvcTestResult post(String path, PersonView person, String... parameters) {
        var request = mvc.post()
                .uri(path)
                .with(SignedIn.as(person.actor()))
                .with(SecurityMockMvcRequestPostProcessors.csrf());
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private static Document html(MvcTestResult result) {
        return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}

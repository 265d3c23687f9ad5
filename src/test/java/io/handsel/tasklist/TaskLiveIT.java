package io.handsel.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.handsel.Chromium;
import io.handsel.kernel.EmailAddress;
import io.handsel.security.NewPerson;
import io.handsel.security.People;
import io.handsel.security.PersonFixtures;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;

/** Pages that stand open change by themselves, in a real browser: nobody reloads them, and what is typed stays. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@Import(Errands.class)
class TaskLiveIT {

    /** A loaded machine takes its time; an idle one never waits that long. */
    private static final double PATIENCE = 60_000;

    private static Chromium chromium;

    private final List<BrowserContext> open = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @LocalServerPort
    int port;

    @Autowired
    Errands errands;

    @Autowired
    TaskDesk desk;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    PersonView mona;
    PersonView max;

    @BeforeAll
    static void open() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        chromium = Chromium.open();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @BeforeEach
    void begin() {
        errands.publish();
        transactions.executeWithoutResult(
                status -> jdbc.sql("delete from task_entry").update());
        mona = person("Mona");
        max = person("Max");
    }

    @AfterEach
    void end() {
        open.forEach(BrowserContext::close);
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_task_taken_leaves_the_open_list_and_a_new_one_comes() {
        var taken = errands.start("Taken soon", null);
        var page = visit(max, "/tasks?scope=unassigned");
        var number = page.locator("#task-filters a[href*=unassigned] .count");
        assertThat(page.locator("#task-list li")).hasCount(1);
        assertThat(number).hasText("1");

        desk.claim(mona.actor(), taken);
        assertThat(page.locator("#task-list li")).hasCount(0);
        assertThat(number).hasText("0");

        errands.start("Just come", null);
        assertThat(page.locator("#task-list li a.cover")).hasText("Just come");
        assertThat(number).hasText("1");
        assertWasNotReloaded(page);
    }

    @Test
    void a_task_taken_says_by_whom_where_it_stays_in_the_list() {
        var task = errands.start("Taken soon", null);
        var page = visit(max, "/tasks");
        page.locator("#task-list input[type=checkbox]").check();

        desk.claim(mona.actor(), task);

        assertThat(page.locator("#task-list .status")).hasText("Mona");
        assertThat(page.locator("#task-list input[type=checkbox]")).isChecked();
        assertWasNotReloaded(page);
    }

    @Test
    void an_open_task_tells_who_else_looks_and_what_became_of_it_and_keeps_what_is_typed() {
        var task = errands.start("Looked at", null);
        var page = visit(max, "/tasks/" + task);
        page.locator("input[name=verdict][value=reject]").check();
        page.locator("textarea[name=reason]").fill("Too early, we think");

        var other = visit(mona, "/tasks/" + task);
        assertThat(page.locator("#task-news")).containsText("Mona");
        assertThat(other.locator("#task-news")).containsText("Max");
        assertThat(page.locator("#task-list [aria-current]")).hasText("Looked at");

        other.locator("body").press("c");
        assertThat(page.locator("#task-news .flash")).containsText("Mona has had this task since");
        assertThat(page.locator("textarea[name=reason]")).hasValue("Too early, we think");
        assertThat(page.locator("#task-list [aria-current]")).hasText("Looked at");
        assertWasNotReloaded(page);
    }

    @Test
    void everybody_can_read_and_use_the_pages_also_on_a_telephone() {
        var task = errands.start("Seats for a customer with a long name, and one more", null);
        desk.followUp(mona.actor(), errands.start("Later", null), Instant.now().plus(Duration.ofDays(3)));
        var page = visit(mona, "/tasks");

        for (var path :
                List.of("/tasks", "/tasks/" + task, "/tasks?due=put-aside", "/tasks/deputies", "/cases/start")) {
            page.setViewportSize(1280, 900);
            page.navigate(path);
            assertThat(new AxeBuilder(page)
                            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                            .analyze()
                            .getViolations())
                    .extracting(rule -> path + " " + rule.getId() + " " + rule.getNodes())
                    .isEmpty();
            page.setViewportSize(360, 740);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isLessThanOrEqualTo(360);
        }
        page.navigate("/tasks/" + task);
        assertThat(page.locator("#task-list")).isHidden();
        page.locator(".back a").click();
        assertThat(page.locator("#task-list")).isVisible();
    }

    private Page visit(PersonView person, String path) {
        var context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL("http://localhost:" + port)
                        .setLocale("en-GB")
                        .setViewportSize(1280, 900));
        open.add(context);
        context.setDefaultTimeout(PATIENCE);
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.navigate("/sign-in");
        page.locator("#name").fill(person.signInName());
        page.locator("#password").fill(PersonFixtures.PASSWORD);
        page.locator("main form button.primary").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        page.navigate(path);
        page.evaluate("window.sameAsBefore = true");
        return page;
    }

    private static void assertWasNotReloaded(Page page) {
        assertThat(page.evaluate("window.sameAsBefore")).isEqualTo(true);
    }

    private PersonView person(String name) {
        var unique = name.toLowerCase() + "-" + UUID.randomUUID();
        return people.register(
                NewPerson.ofVendor(unique, name, EmailAddress.parse(unique + "@vendor.example"), Role.MANAGER)
                        .withPassword(PersonFixtures.PASSWORD));
    }
}

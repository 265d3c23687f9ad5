package io.handsel.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import example.ExampleApplication;
import io.handsel.Chromium;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** The look and the keys in a real browser, under the content security policy. */
@SpringBootTest(
        classes = ExampleApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.flyway.locations=classpath:db/migration/shell,classpath:example",
            "spring.messages.basename=messages,example/messages"
        })
@ActiveProfiles("test")
class ShellBrowserIT {

    private static Chromium chromium;

    private final List<String> complaints = new ArrayList<>();

    @LocalServerPort
    int port;

    @BeforeAll
    static void open() {
        chromium = Chromium.open();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @AfterEach
    void nothing_was_blocked() {
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void everybody_can_read_and_use_a_page(ColorScheme scheme) {
        Page page = page(1280, scheme);

        var found = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze()
                .getViolations();

        assertThat(found)
                .extracting(rule -> rule.getId() + " " + rule.getNodes())
                .isEmpty();
    }

    @Test
    void a_telephone_shows_all_of_it_in_its_width() {
        Page page = page(360, ColorScheme.LIGHT);

        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(360);
        assertThat((Boolean) page.evaluate("""
                [...document.querySelectorAll('a.button, button, input, select, textarea, summary')]
                    .filter(e => e.checkVisibility() && !['checkbox', 'radio', 'hidden'].includes(e.type))
                    .every(e => e.getBoundingClientRect().height >= 44)""")).isTrue();
    }

    @Test
    void single_keys_press_buttons_but_not_while_somebody_types() {
        Page page = page(1280, ColorScheme.LIGHT);

        page.locator("#text").focus();
        page.keyboard().press("p");
        assertThat(page.locator("#text")).hasValue("phello");
        assertThat(page.locator("#part")).isEmpty();

        page.locator("#one").focus();
        page.keyboard().press("p");
        assertThat(page.locator("#part p")).containsText("hello");

        page.evaluate("document.documentElement.dataset.keys = 'off'");
        page.keyboard().press("j");
        assertThat(page.locator("#one")).isFocused();
    }

    @Test
    void j_and_k_move_in_a_list() {
        Page page = page(1280, ColorScheme.LIGHT);

        page.keyboard().press("j");
        assertThat(page.locator("#one")).isFocused();
        page.keyboard().press("j");
        assertThat(page.locator("#two")).isFocused();
        page.keyboard().press("k");
        assertThat(page.locator("#one")).isFocused();
    }

    @Test
    void the_palette_finds_what_one_may_do_here() {
        Page page = page(1280, ColorScheme.LIGHT);

        page.keyboard().press("Control+k");
        page.locator("#palette input").fill("fet");
        page.keyboard().press("Enter");

        assertThat(page.locator("#part p")).containsText("hello");
    }

    @Test
    void a_request_that_fails_is_told_and_leaves_the_page() {
        Page page = page(1280, ColorScheme.LIGHT);

        page.locator("#one").focus();
        page.keyboard().press("x");

        assertThat(page.locator(".toast")).containsText("Someone else has just done this");
        assertThat(page.locator("#live")).containsText("Someone else has just done this");
        complaints.removeIf(complaint -> complaint.contains("409"));
    }

    @Test
    void what_was_said_is_not_said_again_on_reload() {
        Page page = page(1280, ColorScheme.LIGHT);

        page.navigate(address() + "?said=example.said.noted");
        assertThat(page.locator(".said")).containsText("It is noted.");
        page.reload();
        assertThat(page.locator(".said")).hasCount(0);
    }

    private Page page(int width, ColorScheme scheme) {
        Page page = chromium.browser()
                .newPage(new Browser.NewPageOptions()
                        .setViewportSize(width, 800)
                        .setLocale("en-GB")
                        .setColorScheme(scheme));
        page.onConsoleMessage((ConsoleMessage message) -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(address());
        return page;
    }

    private String address() {
        return "http://localhost:" + port + "/example";
    }
}

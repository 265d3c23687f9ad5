package io.handsel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Somebody in front of a browser: what they do, in their words. */
class Visitor {

    static final String PASSWORD = "handsel-demo";
    /** A loaded machine takes its time; an idle one never waits that long. */
    private static final double PATIENCE = 30_000;

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Visitor(BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout(PATIENCE);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            // A form that comes back with its mistakes is an answer, though the browser notes its status as an error.
            if (message.type().equals("error") && !message.text().contains("422")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
    }

    Visitor signIn(String signInName) {
        open("/sign-in");
        page.locator("#name").fill(signInName);
        page.locator("#password").fill(PASSWORD);
        page.locator("main form button.primary").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        return this;
    }

    Page page() {
        return page;
    }

    Visitor open(String path) {
        page.navigate(path);
        return this;
    }

    Visitor reload() {
        page.reload();
        return this;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    boolean readsGerman() {
        return page.locator("html").getAttribute("lang").equals("de");
    }

    Locator heading() {
        return page.locator("h1");
    }

    /** A field of a form by its key. */
    Locator field(String key) {
        return page.locator("#f-" + key);
    }

    /** Fills in a field of a form, and goes on as soon as the form has noted it. */
    Visitor fill(String key, String text) {
        if (!field(key).inputValue().equals(text)) {
            noted(() -> {
                field(key).fill(text);
                field(key).blur();
            });
        }
        return this;
    }

    Visitor choose(String key, String option) {
        noted(() -> field(key).selectOption(option));
        return this;
    }

    /** Marks the option of that name in a group of boxes. */
    Visitor mark(String key, String option) {
        return mark(field(key).getByLabel(option, new Locator.GetByLabelOptions().setExact(true)));
    }

    Visitor markFirst(String key) {
        return mark(field(key).locator("input[type=checkbox]").first());
    }

    private Visitor mark(Locator box) {
        if (!box.isChecked()) {
            noted(box::check);
        }
        return this;
    }

    /** A form saves what is typed as a draft and draws itself anew: people look up before they go on. */
    private void noted(Runnable typing) {
        page.waitForLoadState();
        page.waitForResponse(answer -> answer.url().contains("/draft"), typing);
        assertThat(page.locator(".htmx-request, .htmx-swapping, .htmx-settling"))
                .hasCount(0);
    }

    Visitor press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
        return this;
    }

    Visitor follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
        return this;
    }

    /** Presses a single key, wherever the page has put the focus. */
    Visitor key(String key) {
        page.waitForLoadState();
        page.keyboard().press(key);
        return this;
    }

    /** Waits until the page says this somewhere in its content. */
    Visitor reads(String text) {
        assertThat(page.locator("main")).containsText(text, patiently());
        return this;
    }

    Visitor isTold(String text) {
        assertThat(page.locator(".said")).containsText(text, patiently());
        return this;
    }

    /** Waits for something that comes by itself. */
    Locator waitsToSee(Locator something) {
        something.waitFor();
        return something;
    }

    /** Looks again and again until the page says this: what happens meanwhile happens in the background. */
    Visitor waitsToRead(String text) {
        reloadsUntil(() -> page.locator("main").innerText().contains(text));
        return reads(text);
    }

    /** Looks at a deal again and again until it stands there: what happens meanwhile happens in the background. */
    Visitor waitsUntilIts(String status) {
        var badge = page.locator(".page-head .status");
        reloadsUntil(() -> badge.innerText().equals(status));
        assertThat(badge).hasText(status);
        return this;
    }

    /** Looks again and again until the page has it. */
    Visitor waitsUntil(Locator something) {
        reloadsUntil(() -> something.count() > 0);
        return this;
    }

    /** In this thread, as Playwright wants it; nothing is waited for where it is there already. */
    private void reloadsUntil(BooleanSupplier seen) {
        if (!seen.getAsBoolean()) {
            await().pollInSameThread()
                    .atMost(Duration.ofMillis((long) PATIENCE))
                    .until(() -> {
                        page.reload();
                        return seen.getAsBoolean();
                    });
        }
    }

    /** Everything the page says, to be looked through. */
    String everything() {
        return page.locator("body").innerText();
    }

    List<String> complaints() {
        return complaints;
    }

    void leave() {
        context.close();
    }

    private static ContainsTextOptions patiently() {
        return new ContainsTextOptions().setTimeout(PATIENCE);
    }
}

package io.handsel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Somebody without a mouse. They reach everything by the Tab key or a single key of the page, and at every stop they can
 * see where they are.
 */
class Keyboard {

    /** More stops than any page has: who has not found it by then never will. */
    private static final int FARTHEST = 150;

    /** What has the focus and how it shows that, or why it does not. */
    private static final String STOP = """
            () => {
              const stop = document.activeElement;
              if (!stop || stop === document.body || stop === document.documentElement) {
                return { name: '', fault: '' };
              }
              const name = stop.outerHTML.slice(0, 200);
              const look = getComputedStyle(stop);
              const outlined = look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2
                && !/^(transparent|rgba\\(.*, 0\\))$/.test(look.outlineColor);
              if (!outlined && look.boxShadow === 'none') {
                return { name, fault: 'has the focus and does not show it' };
              }
              const box = stop.getBoundingClientRect();
              if (box.width < 2 || box.height < 2) {
                return { name, fault: 'has the focus and cannot be seen' };
              }
              if (box.bottom <= 0 || box.right <= 0 || box.top >= innerHeight || box.left >= innerWidth) {
                return { name, fault: 'has the focus outside the window' };
              }
              return { name, fault: '' };
            }""";

    private final Visitor visitor;

    Keyboard(Visitor visitor) {
        this.visitor = visitor;
        visitor.page()
                .addInitScript("addEventListener('pointerdown', () => console.error('somebody used a mouse'), true)");
    }

    Keyboard signIn(String signInName) {
        visitor.open("/sign-in");
        skipToTheContent();
        type("#name", signInName).type("#password", Visitor.PASSWORD).key("Enter");
        visitor.page().waitForURL(url -> !url.contains("/sign-in"));
        return this;
    }

    /** The first stop of a page leads past its head; what comes next is in the content. */
    Keyboard skipToTheContent() {
        visitor.page().waitForLoadState();
        tab();
        assertThat(visitor.find("a.skip")).isFocused();
        key("Enter");
        assertThat(visitor.find("main")).isFocused();
        tab();
        assertThat(visitor.find("main :focus, main:focus")).not().hasCount(0);
        back();
        return this;
    }

    /** Goes from stop to stop until this has the focus. */
    Keyboard reach(Locator goal) {
        goal.waitFor();
        List<String> passed = new ArrayList<>();
        for (int stops = 0; stops < FARTHEST; stops++) {
            if (has(goal)) {
                return this;
            }
            passed.add(tab());
        }
        throw new AssertionError(
                "Not found by the Tab key: " + goal + "; found instead:\n" + String.join("\n", passed));
    }

    Keyboard reach(String selector) {
        return reach(visitor.find(selector));
    }

    /** Goes there and types instead of what stands there. */
    Keyboard type(String selector, String text) {
        reach(selector).key("Control+a");
        visitor.page().keyboard().type(text);
        return this;
    }

    Keyboard key(String key) {
        visitor.page().waitForLoadState();
        visitor.page().keyboard().press(key);
        return this;
    }

    Visitor then() {
        return visitor;
    }

    private String tab() {
        return stop("Tab");
    }

    Keyboard back() {
        stop("Shift+Tab");
        return this;
    }

    private String stop(String key) {
        key(key);
        var stop = (Map<?, ?>) visitor.page().evaluate(STOP);
        assertThat(stop.get("fault")).as(String.valueOf(stop.get("name"))).isEqualTo("");
        return String.valueOf(stop.get("name"));
    }

    static boolean has(Locator goal) {
        return (Boolean) goal.evaluate("goal => goal === document.activeElement");
    }
}

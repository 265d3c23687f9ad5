package io.handsel.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Pictures of what people see, numbered in the order they see it; taken only where {@code -Djourney.pictures} names a
 * folder. Those in the README come from here.
 */
final class Pictures {

    private static final String FOLDER = System.getProperty("journey.pictures");
    private static final AtomicInteger TAKEN = new AtomicInteger();

    private Pictures() {}

    static void take(Page page) {
        if (FOLDER != null) {
            var what = page.url()
                    .replaceAll("^https?://[^/]+/|\\?.*|[\\w-]{36,}", "")
                    .replace('/', '-');
            var name = "%03d-%s.png".formatted(TAKEN.incrementAndGet(), what);
            // Hiding the caret would write a style into the page, which our pages do not allow.
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(FOLDER, name))
                    .setFullPage(true)
                    .setCaret(ScreenshotCaret.INITIAL));
        }
    }
}

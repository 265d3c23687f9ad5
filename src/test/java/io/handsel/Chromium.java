package io.handsel;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The installed browser if there is one, otherwise the one Playwright brings. */
public record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {

    private static final Path INSTALLED = Path.of("/usr/bin/chromium");

    public static Chromium open() {
        boolean installed = Files.isExecutable(INSTALLED);
        var playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(installed ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of()));
        var options = new BrowserType.LaunchOptions()
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync"));
        return new Chromium(
                playwright, playwright.chromium().launch(installed ? options.setExecutablePath(INSTALLED) : options));
    }

    @Override
    public void close() {
        playwright.close();
    }
}

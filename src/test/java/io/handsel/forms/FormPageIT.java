package io.handsel.forms;

import static io.handsel.forms.FormFixtures.ENGLISH;
import static io.handsel.forms.FormFixtures.FILLING;
import static io.handsel.forms.FormFixtures.claim;
import static io.handsel.forms.FormFixtures.demo;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.handsel.Chromium;
import io.handsel.forms.FormPage.DraftState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The demo form in a real browser, under the content security policy of the application. */
class FormPageIT {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Expense claim</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="stylesheet" href="/assets/style.css"><script type="module" src="/assets/handsel.js"></script></head>
            <body><main id="main" tabindex="-1"><h1>Expense claim</h1><h2>Your claim</h2>
            <th:block th:replace="~{forms/_form :: form(${page}, '/claims', '/claims/draft')}"></th:block></main>
            <div id="live" class="sr" role="status" aria-live="polite"></div></body></html>""";

    private static final String BODY = "<div th:replace=\"~{forms/_form :: body(${page}, '/claims/draft')}\"></div>";

    private final List<Map<String, List<String>>> saved = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private volatile Map<String, @Nullable Object> draft = Map.of();
    private volatile long slow;

    private HttpServer server;
    private Chromium chromium;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/claims", this::claims);
        server.createContext("/assets", this::assets);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.start();
        chromium = Chromium.open();
    }

    @AfterEach
    void stop() {
        chromium.close();
        server.stop(0);
    }

    @Test
    void is_accessible_wide_and_narrow_and_breaks_no_policy() {
        for (int width : List.of(1200, 360)) {
            for (String address : List.of("/claims", "/claims?sent")) {
                Page page = open(address, width);

                assertThat(new AxeBuilder(page).analyze().getViolations())
                        .as(address + " at " + width)
                        .isEmpty();
                assertThat(page.evaluate(
                                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                        .isEqualTo(true);
                page.close();
            }
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void shows_what_an_answer_asks_for_and_keeps_what_is_typed_meanwhile() {
        Page page = open("/claims", 1200);
        assertThat(page.locator("#f-reason").count()).isZero();
        slow = 700;

        page.locator("#f-title").fill("Trip to Ghent");
        page.locator("#f-amount").fill("120");
        page.waitForRequest(
                "**/claims/draft", () -> page.locator("#f-contact-mail").focus());
        page.locator("#f-contact-mail").pressSequentially("ana@exam");
        page.locator("#f-reason").waitFor();

        assertThat(page.locator("#f-contact-mail").inputValue()).isEqualTo("ana@exam");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("f-contact-mail");
        assertThat(page.locator("#f-title").inputValue()).isEqualTo("Trip to Ghent");
        assertThat(saved)
                .isNotEmpty()
                .allSatisfy(
                        sent -> assertThat(sent).containsKeys("title", "_draft").doesNotContainKey("_once"));
        assertThat(complaints).isEmpty();
    }

    @Test
    void keeps_what_is_chosen_while_an_answer_is_on_its_way() {
        Page page = open("/claims", 1200);
        slow = 700;

        page.locator("#f-title").fill("Trip to Ghent");
        page.waitForRequest("**/claims/draft", () -> page.locator("#f-amount").focus());
        page.locator("#f-amount").fill("120");
        page.locator("#f-docs input[type=checkbox]").first().check();
        page.locator("#f-reason").waitFor();

        assertThat(page.locator("#f-docs input[type=checkbox]").first().isChecked())
                .isTrue();
        assertThat(page.locator("#f-amount").inputValue()).isEqualTo("120");
        assertThat(saved.get(saved.size() - 1)).containsEntry("docs", List.of("receipt"));
    }

    @Test
    void does_not_take_away_a_date_while_its_parts_are_typed() {
        Page page = open("/claims", 1200);

        page.locator("#f-amount").fill("120");
        page.waitForResponse("**/claims/draft", () -> {
            page.locator("#f-when-date").focus();
            page.keyboard().press("0");
            page.keyboard().press("3");
        });
        assertThat(page.locator("#f-reason").count()).isZero();
        page.keyboard().type("032027");
        page.locator("#f-title").focus();

        page.locator("#f-reason").waitFor();
        assertThat(page.locator("#f-when-date").inputValue()).isEqualTo("2027-03-03");
    }

    @Test
    void adds_and_removes_rows_in_place() {
        Page page = open("/claims", 1200);

        page.locator("button[name=':add']").click();
        page.locator("#f-items-2-what").waitFor();
        page.locator("#f-items-2-what").fill("Taxi");
        page.locator("button[value='items[0]']").click();
        page.waitForCondition(() -> page.locator("#f-items-2-what").count() == 0);

        assertThat(page.locator("#f-items-0-what").inputValue()).isEqualTo("Tea");
        assertThat(page.locator("#f-items-1-what").inputValue()).isEqualTo("Taxi");
    }

    private Page open(String address, int width) {
        Page page = chromium.browser().newPage(new Browser.NewPageOptions().setViewportSize(width, 900));
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        page.navigate("http://127.0.0.1:" + server.getAddress().getPort() + address);
        return page;
    }

    private void claims(HttpExchange exchange) throws IOException {
        boolean typing = exchange.getRequestURI().getPath().endsWith("/draft");
        FilledForm form;
        if (typing) {
            Map<String, List<String>> sent =
                    decoded(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            saved.add(sent);
            form = FILLING.update(demo(), FormInput.of(sent), claim().with(draft), ENGLISH);
            draft = form.draft();
            pause();
        } else if (exchange.getRequestURI().toString().contains("sent")) {
            form = FILLING.submit(demo(), FormInput.of(Map.of("amount", List.of("x"))), claim(), ENGLISH)
                    .form();
        } else {
            form = FILLING.open(demo(), claim(), ENGLISH);
        }
        Map<String, Object> model = new HashMap<>();
        model.put("page", new FormPage(form, 1, DraftState.SAVED, !typing));
        model.put("once", "key");
        answer(
                exchange,
                "text/html",
                FormRendering.render(typing ? BODY : PAGE, model, ENGLISH.locale())
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** A slow line, so that typing overtakes the answer. */
    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(slow);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void assets(HttpExchange exchange) throws IOException {
        ClassPathResource file =
                new ClassPathResource("static" + exchange.getRequestURI().getPath());
        answer(
                exchange,
                file.getPath().endsWith(".css") ? "text/css" : "text/javascript",
                file.getContentAsByteArray());
    }

    private static void answer(HttpExchange exchange, String type, byte[] content) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().add("Content-Security-Policy", POLICY);
        exchange.sendResponseHeaders(200, content.length);
        try (var out = exchange.getResponseBody()) {
            out.write(content);
        }
    }

    private static Map<String, List<String>> decoded(String body) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters
                    .computeIfAbsent(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), name -> new ArrayList<>())
                    .add(parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }
}

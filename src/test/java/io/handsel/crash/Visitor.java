package io.handsel.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with a browser and patience: signs in, opens pages, sends forms. When the line is dead they press the same
 * button again until there is an answer, with the same key, as a browser's reload does.
 */
final class Visitor {

    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final URI site;
    private final String name;
    private final String password;
    private final boolean patient;
    private boolean signedIn;

    /** @param patient whether to press a button again that was not answered */
    Visitor(URI site, String name, String password, boolean patient) {
        this.site = site;
        this.name = name;
        this.password = password;
        this.patient = patient;
    }

    record Answer(int status, @Nullable String location, Document page) {

        boolean leadsTo(String path) {
            return status / 100 == 3 && location != null && location.startsWith(path);
        }
    }

    String name() {
        return name;
    }

    Visitor signIn() {
        var form = Form.on(open("/sign-in"), "/sign-in").fill("name", name).fill("password", password);
        var answer = send(form);
        if (answer.status() / 100 != 3 || answer.leadsTo("/sign-in")) {
            throw new IllegalStateException(name + " cannot sign in: " + answer.status() + " " + answer.location());
        }
        return this;
    }

    /** Signs in the first time; from then on the session lasts, whatever becomes of the node. */
    Visitor signedIn() {
        if (!signedIn) {
            signIn();
            signedIn = true;
        }
        return this;
    }

    /** Where a page leads on to. */
    String ledOnFrom(String path) {
        var answer = answer(HttpRequest.newBuilder(site.resolve(path)).GET());
        if (answer.location() == null) {
            throw new IllegalStateException(
                    path + " answered " + answer.status() + " " + answer.page().text());
        }
        return answer.location();
    }

    Document open(String path) {
        var answer = answer(HttpRequest.newBuilder(site.resolve(path)).GET());
        if (answer.status() != 200) {
            throw new IllegalStateException(path + " answered " + answer.status() + " " + answer.location() + " "
                    + answer.page().text());
        }
        return answer.page();
    }

    Answer send(Form form) {
        var body = form.content().stream()
                .map(field -> encoded(field.key()) + "=" + encoded(field.value()))
                .collect(Collectors.joining("&"));
        return answer(HttpRequest.newBuilder(site.resolve(form.action()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private Answer answer(HttpRequest.Builder builder) {
        var request = builder.timeout(Duration.ofSeconds(60))
                .header("Accept-Language", "en-GB")
                .build();
        if (!patient) {
            try {
                return answer(http.send(request, BodyHandlers.ofString()));
            } catch (IOException dead) {
                throw new UncheckedIOException(dead);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
        var answer = Awaitility.await(name + " " + request.uri())
                .dontCatchUncaughtExceptions()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(250))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> http.send(request, BodyHandlers.ofString()), Visitor::isAnAnswer);
        return answer(answer);
    }

    /** "Something went wrong" and "somebody was faster" both ask to try again. */
    private static boolean isAnAnswer(HttpResponse<String> response) {
        return response.statusCode() < 500 && response.statusCode() != 409;
    }

    private static Answer answer(HttpResponse<String> response) {
        var location = response.headers().firstValue("Location").orElse(null);
        var path = location == null ? null : location.replaceFirst("^https?://[^/]+", "");
        return new Answer(
                response.statusCode(),
                path,
                Jsoup.parse(response.body(), response.uri().toString()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

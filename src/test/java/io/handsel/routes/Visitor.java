package io.handsel.routes;

import io.handsel.security.PersonFixtures;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/** Somebody with a browser of their own, signed in by the real page or not at all. */
final class Visitor {

    /** Not sent: the name of the field of the file, where that is not {@code file}. */
    static final String FILE_FIELD = "_file";

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .followRedirects(Redirect.NEVER)
            .version(Version.HTTP_1_1)
            .build();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final String site;
    private final String name;
    private final @Nullable PersonView person;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String token = "";

    private Visitor(String site, String name, @Nullable PersonView person) {
        this.site = site;
        this.name = name;
        this.person = person;
    }

    static Visitor stranger(String site) {
        var visitor = new Visitor(site, "a stranger", null);
        visitor.open("/sign-in");
        return visitor;
    }

    static Visitor signedIn(String site, String name, PersonView person) {
        var visitor = new Visitor(site, name, person);
        visitor.open("/sign-in");
        var answer = visitor.post("/sign-in", Map.of("name", person.signInName(), "password", PersonFixtures.PASSWORD));
        if (answer.status() != 302 || answer.location().contains("sign-in")) {
            throw new AssertionError(name + " cannot sign in: " + answer);
        }
        visitor.absorb(answer);
        visitor.open("/profile");
        return visitor;
    }

    private void open(String page) {
        var answer = get(page);
        absorb(answer);
        var found = TOKEN.matcher(answer.body());
        if (!found.find()) {
            throw new AssertionError(page + " has no form: " + answer);
        }
        token = found.group(1);
    }

    private void absorb(Answer answer) {
        for (var line : answer.response().headers().allValues("Set-Cookie")) {
            var pair = line.substring(0, line.indexOf(';')).split("=", 2);
            if (pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
    }

    PersonView person() {
        if (person == null) {
            throw new AssertionError("A stranger is nobody known");
        }
        return person;
    }

    /** The one role this visitor has; null for a stranger. */
    @Nullable
    Role role() {
        return person == null ? null : person.roles().iterator().next();
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, Map<String, String> fields) {
        return send(HttpMethod.POST, path, fields, null);
    }

    Answer send(HttpMethod method, String path, Map<String, String> fields, @Nullable String file) {
        if (method.equals(HttpMethod.GET)) {
            return get(fields.isEmpty() ? path : path + "?" + encoded(fields));
        }
        Map<String, String> sent = new LinkedHashMap<>(fields);
        sent.putIfAbsent("_csrf", token);
        return file == null ? form(method, path, sent) : upload(method, path, sent, file);
    }

    /** As a page on another site would make this browser send it: with its cookies, without a token. */
    Answer forged(HttpMethod method, String path) {
        return form(method, path, Map.of("reason", "Because I say so."));
    }

    private Answer form(HttpMethod method, String path, Map<String, String> fields) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method.name(), BodyPublishers.ofString(encoded(fields))));
    }

    private Answer upload(HttpMethod method, String path, Map<String, String> fields, String file) {
        var border = "border-of-parts-of-a-form";
        var part = fields.getOrDefault(FILE_FIELD, "file");
        var body = fields.entrySet().stream()
                .filter(field -> !field.getKey().equals(FILE_FIELD))
                .map(field -> "--" + border + "\r\nContent-Disposition: form-data; name=\"" + field.getKey()
                        + "\"\r\n\r\n" + field.getValue() + "\r\n")
                .collect(Collectors.joining());
        body += "--" + border + "\r\nContent-Disposition: form-data; name=\"" + part
                + "\"; filename=\"list.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + file + "\r\n--" + border + "--\r\n";
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + border)
                .method(method.name(), BodyPublishers.ofString(body)));
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(site + path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "text/html,*/*");
        return cookies.isEmpty()
                ? request
                : request.header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public String toString() {
        return name;
    }

    record Answer(HttpResponse<String> response) {

        private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{60,}");

        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String location() {
            return header("Location");
        }

        boolean gives() {
            return status() < 400;
        }

        /** Everything it says, without ids and without what is random in every page. */
        String said() {
            return status() + " " + plain(location()) + "\n" + plain(body());
        }

        private static String plain(String text) {
            return SECRET.matcher(ID.matcher(text).replaceAll("ID")).replaceAll("SECRET");
        }

        @Override
        public String toString() {
            var text = body().replaceAll("(?s)<[^>]*>", " ").replaceAll("\\s+", " ");
            return status() + " " + location() + " " + text.substring(0, Math.min(600, text.length()));
        }
    }
}

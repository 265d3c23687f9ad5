package io.handsel.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.imports.Letters;
import io.handsel.security.People;
import io.handsel.security.PersonFixtures;
import io.handsel.security.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** Files that no list of customers is as large as, over a real connection. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
class AccountUploadTests {

    private static final long MEGABYTE = 1L << 20;
    private static final String BORDER = "border-of-parts";

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String token = "";

    @BeforeEach
    void a_manager_signs_in() throws Exception {
        var manager = people.register(PersonFixtures.someone(Role.MANAGER));
        token = tokenOf(get("/sign-in"));
        var form = "name=" + manager.signInName() + "&password="
                + URLEncoder.encode(PersonFixtures.PASSWORD, StandardCharsets.UTF_8) + "&_csrf="
                + URLEncoder.encode(token, StandardCharsets.UTF_8);
        send("/sign-in", "application/x-www-form-urlencoded", BodyPublishers.ofString(form));
        token = tokenOf(get("/accounts/imports"));
    }

    @Test
    void a_list_of_twelve_megabytes_comes_in() throws Exception {
        var answer = upload(12 * MEGABYTE);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/accounts/imports/");
    }

    @Test
    void a_file_that_is_too_large_is_refused_with_a_page_that_says_so() throws Exception {
        var before = kept();

        var answer = upload(80 * MEGABYTE);

        assertThat(answer.statusCode()).as("%s", answer.headers()).isEqualTo(413);
        assertThat(answer.body()).contains("That is too large").endsWith("</html>\n");
        assertThat(answer.body()).as("whose page it is").contains("action=\"/sign-out\"");
        assertThat(kept()).isEqualTo(before);
    }

    /** Whoever sends on and on may be cut off; nothing is kept, and the server goes on. */
    @Test
    void a_line_of_a_gigabyte_leaves_nothing_behind() throws Exception {
        var before = kept();

        try {
            assertThat(upload(1024 * MEGABYTE).statusCode()).isEqualTo(413);
        } catch (IOException cutOff) {
            assertThat(cutOff).isNotNull();
        }

        assertThat(kept()).isEqualTo(before);
        assertThat(get("/accounts/imports").statusCode()).isEqualTo(200);
    }

    private List<Long> kept() {
        return List.of(
                jdbc.sql("select count(*) from account_import")
                        .query(Long.class)
                        .single(),
                jdbc.sql("select count(*) from account_import_chunk")
                        .query(Long.class)
                        .single());
    }

    /** A heading and one line of so many letters, made while it is sent. */
    private HttpResponse<String> upload(long letters) throws Exception {
        var head = "--" + BORDER + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + "\r\n--"
                + BORDER + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"large.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\nname,country\nAcme,DE\n";
        return send(
                "/accounts/imports",
                "multipart/form-data; boundary=" + BORDER,
                BodyPublishers.ofInputStream(() -> new SequenceInputStream(Collections.enumeration(
                        List.of(text(head), new Letters(letters), text("\r\n--" + BORDER + "--\r\n"))))));
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .GET()
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String path, String type, BodyPublisher body) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Accept", "text/html")
                        .header("Content-Type", type)
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
    }

    private static String tokenOf(HttpResponse<String> page) {
        return Jsoup.parse(page.body()).select("input[name=_csrf]").first().val();
    }
}

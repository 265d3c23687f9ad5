package io.handsel.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.security.People;
import io.handsel.security.PersonFixtures;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** Sign-in as a browser does it: over a real connection, with real cookies and tokens. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
class BrowserSessionTests {

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private PersonView manager;

    @BeforeEach
    void somebody() {
        manager = people.register(PersonFixtures.someone(Role.MANAGER));
    }

    @Test
    void a_visitor_gets_no_session_and_a_signed_in_person_one_that_says_only_who_it_is() throws Exception {
        var before = count("spring_session");
        get("/profile");
        var page = get("/sign-in");

        assertThat(count("spring_session")).isEqualTo(before);

        var signedIn = signIn(token(page), PersonFixtures.PASSWORD);

        assertThat(signedIn.statusCode()).isEqualTo(302);
        assertThat(get("/profile").body()).contains(manager.name());
        assertThat(jdbc.sql("select distinct attribute_name from spring_session_attributes")
                        .query(String.class)
                        .list())
                .containsExactly("person");
    }

    @Test
    void a_refused_sign_in_shows_the_page_again_with_the_name_and_a_form_that_works() throws Exception {
        var refused = signIn(token(get("/sign-in")), "wrong");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("The name or the password is wrong.", manager.signInName());
        assertThat(signIn(token(refused), PersonFixtures.PASSWORD).statusCode()).isEqualTo(302);
        assertThat(get("/profile").statusCode()).isEqualTo(200);
    }

    @Test
    void a_form_from_elsewhere_is_refused() throws Exception {
        assertThat(signIn("forged", PersonFixtures.PASSWORD).statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> signIn(String token, String password) throws IOException, InterruptedException {
        var form =
                "_csrf=" + encoded(token) + "&name=" + encoded(manager.signInName()) + "&password=" + encoded(password);
        return browser.send(
                request("/sign-in")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html");
    }

    private static String token(HttpResponse<String> page) {
        return Jsoup.parse(page.body()).select("main input[name=_csrf]").val();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}

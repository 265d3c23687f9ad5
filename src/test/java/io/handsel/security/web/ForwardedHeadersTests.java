package io.handsel.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.security.People;
import io.handsel.security.PersonFixtures;
import io.handsel.security.Role;
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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** Whoever guesses passwords gains nothing by saying that somebody else does. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
class ForwardedHeadersTests {

    @LocalServerPort
    int port;

    @Autowired
    People people;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Test
    void an_address_somebody_claims_to_have_does_not_begin_a_new_count() throws Exception {
        var name = people.register(PersonFixtures.someone(Role.MANAGER)).signInName();
        for (int guess = 1; guess <= 5; guess++) {
            assertThat(signIn(name, "wrong", guess).statusCode()).isEqualTo(401);
        }

        assertThat(signIn(name, "wrong", 6).statusCode()).isEqualTo(429);
        assertThat(signIn(name, PersonFixtures.PASSWORD, 7).statusCode()).isEqualTo(429);
    }

    private HttpResponse<String> signIn(String name, String password, int claimed) throws Exception {
        var page = browser.send(request().GET().build(), BodyHandlers.ofString());
        var token = Jsoup.parse(page.body()).select("input[name=_csrf]").val();
        var form = "name=" + name + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8) + "&_csrf="
                + URLEncoder.encode(token, StandardCharsets.UTF_8);
        return browser.send(
                request()
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-Forwarded-For", "203.0.113." + claimed)
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sign-in"));
    }
}

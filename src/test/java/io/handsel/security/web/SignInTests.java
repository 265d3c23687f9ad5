package io.handsel.security.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.handsel.MovableClock;
import io.handsel.security.People;
import io.handsel.security.PersonFixtures;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.security.SignInPage;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("test")
@Import(MovableClock.class)
class SignInTests {

    private static final String WRONG = "The name or the password is wrong.";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    MovableClock clock;

    private PersonView manager;

    @BeforeEach
    void somebody() {
        manager = people.register(PersonFixtures.someone(Role.MANAGER));
    }

    @Test
    void asks_who_is_not_signed_in_and_leads_back_to_where_they_wanted_to_go() {
        var asked =
                mvc.get().uri("/profile?saved=true").accept(MediaType.TEXT_HTML).exchange();
        assertThat(asked).hasStatus3xxRedirection().redirectedUrl().isEqualTo("/sign-in?to=%2Fprofile%3Fsaved%3Dtrue");

        assertThat(mvc.get().uri("/sign-in").param("to", "/profile?saved=true"))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"to\" value=\"/profile?saved=true\"");

        var signedIn = signIn(manager.signInName().toUpperCase(), PersonFixtures.PASSWORD, "/profile?saved=true");
        assertThat(signedIn).hasStatus3xxRedirection().redirectedUrl().isEqualTo("/profile?saved=true");
        assertThat(mvc.get().uri("/profile").cookie(session(signedIn)))
                .hasStatusOk()
                .bodyText()
                .contains(manager.name());
    }

    @Test
    void leads_nobody_to_another_site() {
        for (var trap : Set.of("//evil.example", "https://evil.example", "/\\evil.example", "\t/evil", "/a\nb")) {
            assertThat(signIn(manager.signInName(), PersonFixtures.PASSWORD, trap))
                    .redirectedUrl()
                    .isEqualTo("/");
        }
    }

    @Test
    void tells_scripts_and_programs_without_a_redirect() {
        assertThat(mvc.get().uri("/profile").accept(MediaType.APPLICATION_JSON)).hasStatus(401);
        assertThat(mvc.get().uri("/profile").header("HX-Request", "true"))
                .hasStatus(401)
                .hasHeader("HX-Redirect", "/sign-in");
    }

    @Test
    void says_the_same_of_a_wrong_password_an_unknown_name_and_somebody_who_left() {
        var gone = people.register(PersonFixtures.someone(Role.MANAGER));
        people.deactivate(gone.id());

        for (var attempt : new MvcTestResult[] {
            signIn(manager.signInName(), "wrong", "/"),
            signIn("no-such-name", PersonFixtures.PASSWORD, "/"),
            signIn(gone.signInName(), PersonFixtures.PASSWORD, "/")
        }) {
            assertThat(attempt).hasStatus(401).bodyText().contains(WRONG);
            assertThat(attempt.getResponse().getCookie("handsel")).isNull();
        }
        assertThat(signIn("no-such-name", "wrong", "/")).bodyText().contains("value=\"no-such-name\"");
    }

    @Test
    void makes_who_guesses_wait_and_then_lets_them_in_again() {
        for (var guess = 0; guess < 5; guess++) {
            assertThat(signIn(manager.signInName(), "wrong", "/")).hasStatus(401);
        }

        assertThat(signIn(manager.signInName(), PersonFixtures.PASSWORD, "/"))
                .hasStatus(429)
                .bodyText()
                .contains("Too many attempts");
        assertThat(signInFrom("192.0.2.7", manager.signInName(), PersonFixtures.PASSWORD))
                .hasStatus3xxRedirection();

        clock.advance(Duration.ofMinutes(15));
        assertThat(signIn(manager.signInName(), PersonFixtures.PASSWORD, "/")).hasStatus3xxRedirection();
    }

    @Test
    void a_right_password_clears_the_count() {
        for (var round = 0; round < 3; round++) {
            for (var guess = 0; guess < 4; guess++) {
                assertThat(signIn(manager.signInName(), "wrong", "/")).hasStatus(401);
            }
            assertThat(signIn(manager.signInName(), PersonFixtures.PASSWORD, "/"))
                    .hasStatus3xxRedirection();
        }
    }

    @Test
    void changes_the_session_at_sign_in_and_ends_it_at_sign_out() {
        var first = session(signIn(manager.signInName(), PersonFixtures.PASSWORD, "/"));
        var again = mvc.post()
                .uri("/sign-in")
                .with(csrf())
                .cookie(first)
                .param("name", manager.signInName())
                .param("password", PersonFixtures.PASSWORD)
                .exchange();
        var second = session(again);

        assertThat(second.getValue()).isNotEqualTo(first.getValue());
        assertThat(mvc.get().uri("/profile").cookie(first)).hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/profile").cookie(second)).hasStatusOk();

        assertThat(mvc.post().uri("/sign-out").cookie(second)).hasStatus(403);
        assertThat(mvc.get().uri("/sign-out").cookie(second)).hasStatus(404);
        assertThat(mvc.post().uri("/sign-out").with(csrf()).cookie(second))
                .redirectedUrl()
                .isEqualTo("/sign-in?news=out");
        assertThat(mvc.get().uri("/profile").cookie(second)).hasStatus3xxRedirection();
    }

    @Test
    void the_cookie_is_for_this_site_and_no_script() {
        var header = signIn(manager.signInName(), PersonFixtures.PASSWORD, "/")
                .getResponse()
                .getHeaders(HttpHeaders.SET_COOKIE);
        assertThat(header)
                .filteredOn(cookie -> cookie.startsWith("handsel="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure");

        var secure = mvc.post()
                .uri("/sign-in")
                .secure(true)
                .with(csrf())
                .param("name", manager.signInName())
                .param("password", PersonFixtures.PASSWORD)
                .exchange()
                .getResponse();
        assertThat(secure.getHeaders(HttpHeaders.SET_COOKIE))
                .filteredOn(cookie -> cookie.startsWith("handsel="))
                .singleElement()
                .asString()
                .contains("Secure");
    }

    @Test
    void whoever_is_made_inactive_is_out_with_the_next_request() {
        var session = session(signIn(manager.signInName(), PersonFixtures.PASSWORD, "/"));
        assertThat(mvc.get().uri("/profile").cookie(session)).hasStatusOk();

        people.deactivate(manager.id());

        assertThat(mvc.get().uri("/profile").cookie(session)).hasStatus3xxRedirection();
    }

    @Test
    void whoever_is_made_active_again_signs_in_anew() {
        var session = session(signIn(manager.signInName(), PersonFixtures.PASSWORD, "/"));
        assertThat(mvc.get().uri("/profile").cookie(session)).hasStatusOk();

        people.deactivate(manager.id());
        people.activate(manager.id());

        assertThat(mvc.get().uri("/profile").cookie(session)).hasStatus3xxRedirection();
    }

    @Test
    void a_changed_password_ends_every_session() {
        var here = session(signIn(manager.signInName(), PersonFixtures.PASSWORD, "/"));
        var elsewhere = session(signIn(manager.signInName(), PersonFixtures.PASSWORD, "/"));

        assertThat(changePassword(here, "wrong", "a second password"))
                .hasStatus(422)
                .bodyText()
                .contains("not your present");
        assertThat(changePassword(here, PersonFixtures.PASSWORD, "short"))
                .bodyText()
                .contains("at least 12");
        assertThat(changePassword(here, PersonFixtures.PASSWORD, "a second password"))
                .redirectedUrl()
                .isEqualTo("/sign-in?news=password");

        assertThat(mvc.get().uri("/profile").cookie(here)).hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/profile").cookie(elsewhere)).hasStatus3xxRedirection();
        assertThat(signIn(manager.signInName(), "a second password", "/")).hasStatus3xxRedirection();
    }

    @Test
    void keeps_language_zone_and_keys_and_refuses_what_does_not_exist() {
        var session = session(signIn(manager.signInName(), PersonFixtures.PASSWORD, "/"));

        assertThat(prefer(session, "de", "Atlantis/Centre"))
                .hasStatus(422)
                .bodyText()
                .contains("no such time zone");
        assertThat(prefer(session, "de", "Europe/Vienna")).hasStatus3xxRedirection();

        var now = people.get(manager.id());
        assertThat(now.locale().getLanguage()).isEqualTo("de");
        assertThat(now.zone().getId()).isEqualTo("Europe/Vienna");
        assertThat(now.singleKeys()).isFalse();
    }

    private MvcTestResult prefer(Cookie session, String language, String zone) {
        return mvc.post()
                .uri("/profile/preferences")
                .with(csrf())
                .cookie(session)
                .param("language", language)
                .param("zone", zone)
                .exchange();
    }

    private MvcTestResult changePassword(Cookie session, String present, String wanted) {
        return mvc.post()
                .uri("/profile/password")
                .with(csrf())
                .cookie(session)
                .param("presentPassword", present)
                .param("newPassword", wanted)
                .param("repeatedPassword", wanted)
                .exchange();
    }

    private MvcTestResult signIn(String name, String password, String to) {
        return followed(mvc.post()
                .uri("/sign-in")
                .with(csrf())
                .param("name", name)
                .param("password", password)
                .param("to", to)
                .exchange());
    }

    private MvcTestResult signInFrom(String address, String name, String password) {
        return mvc.post()
                .uri("/sign-in")
                .with(csrf())
                .remoteAddress(address)
                .param("name", name)
                .param("password", password)
                .exchange();
    }

    /** MockMvc does not follow a forward by itself. */
    private MvcTestResult followed(MvcTestResult result) {
        var response = result.getResponse();
        return response.getForwardedUrl() == null || !response.getForwardedUrl().startsWith("/sign-in")
                ? result
                : mvc.post()
                        .uri(response.getForwardedUrl())
                        .with(csrf())
                        .param("name", result.getRequest().getParameter("name"))
                        .requestAttr(SignInPage.PROBLEM, result.getRequest().getAttribute(SignInPage.PROBLEM))
                        .exchange();
    }

    private static Cookie session(MvcTestResult result) {
        var cookie = result.getResponse().getCookie("handsel");
        assertThat(cookie).isNotNull();
        return cookie;
    }
}

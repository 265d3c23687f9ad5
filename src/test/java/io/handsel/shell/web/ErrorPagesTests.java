package io.handsel.shell.web;

import static example.ExampleApplication.partner;
import static io.handsel.shell.web.LayoutTests.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import example.ShellExample;
import io.handsel.security.Role;
import jakarta.servlet.RequestDispatcher;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.MissingCsrfTokenException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ShellExample
class ErrorPagesTests {

    @Autowired
    MockMvcTester mvc;

    @ParameterizedTest
    @ValueSource(strings = {"/example/0f3fbb4c-4a0a-4b0e-9a52-3d7b2f3c9d11", "/example/not-an-id"})
    void what_is_not_there_and_what_is_no_id_look_the_same(String address) {
        assertThat(mvc.get().uri(address).locale(Locale.UK))
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyText()
                .contains("There is nothing here")
                .contains("<header class=\"top\">");
    }

    @Test
    void a_failure_is_told_in_the_readers_language() {
        assertThat(mvc.get().uri("/example/not-an-id").with(signedIn(partner(Role.PARTNER_SALES))))
                .bodyText()
                .contains("Hier ist nichts");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405, 409, 413, 418, 429, 500, 502, 503})
    void every_status_has_a_page_without_a_stack_trace(int status) {
        assertThat(mvc.get()
                        .uri("/error")
                        .accept(MediaType.TEXT_HTML)
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
                        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/somewhere")
                        .requestAttr(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("secret")))
                .hasStatus(status)
                .bodyText()
                .contains("<header class=\"top\">")
                .doesNotContain("secret")
                .doesNotContain("??");
    }

    @Test
    void an_old_page_is_explained() {
        assertThat(mvc.get()
                        .uri("/error")
                        .accept(MediaType.TEXT_HTML)
                        .locale(Locale.UK)
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 403)
                        .requestAttr(WebAttributes.ACCESS_DENIED_403, new MissingCsrfTokenException("old")))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("This page was open for too long");
    }

    @Test
    void what_was_typed_is_given_back_when_somebody_was_faster_but_no_password() {
        assertThat(mvc.post()
                        .uri("/example/faster")
                        .param("text", "My <b>reason</b>")
                        .param("postcode", "D-10115")
                        .param("code", "germany-east")
                        .param("password", "geheim")
                        .param("newPassword", "geheim")
                        .param("mailCode", "geheim")
                        .with(csrf()))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("My &lt;b&gt;reason&lt;/b&gt;", "D-10115", "germany-east")
                .doesNotContain("geheim");
    }
}

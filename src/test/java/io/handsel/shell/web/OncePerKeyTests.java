package io.handsel.shell.web;

import static example.ExampleApplication.partner;
import static io.handsel.shell.web.LayoutTests.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import example.ShellExample;
import io.handsel.security.Actor;
import io.handsel.security.Role;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockPart;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ShellExample
class OncePerKeyTests {

    private final Actor ana = partner(Role.PARTNER_SALES);
    private final String key = UUID.randomUUID().toString();

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OncePerKey oncePerKey;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void nothing_is_noted() {
        committed("delete from note");
        committed("delete from once");
    }

    @Test
    void a_form_sent_twice_counts_once_and_is_answered_alike() {
        for (int time = 0; time < 2; time++) {
            assertThat(noted("hello", key))
                    .hasStatus(HttpStatus.FOUND)
                    .redirectedUrl()
                    .isEqualTo("/example?said=example.said.noted");
        }
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void a_part_of_a_page_is_answered_with_the_same_words() throws Exception {
        var first = send("/example/parts")
                .param("text", "hello")
                .param("_once", key)
                .exchange();
        var second = send("/example/parts")
                .param("text", "hello")
                .param("_once", key)
                .exchange();

        assertThat(first).bodyText().contains("hello ä");
        assertThat(second).bodyText().isEqualTo(first.getResponse().getContentAsString(StandardCharsets.UTF_8));
        assertThat(second.getResponse().getContentType())
                .isEqualTo(first.getResponse().getContentType());
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void the_same_key_with_other_content_is_refused_and_explained() {
        assertThat(noted("hello", key)).hasStatus(HttpStatus.FOUND);

        assertThat(noted("something else", key)).hasStatus(HttpStatus.CONFLICT);
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void the_same_key_of_somebody_else_or_for_something_else_is_another_act() {
        assertThat(noted("hello", key)).hasStatus(HttpStatus.FOUND);
        assertThat(mvc.post()
                        .uri("/example/notes")
                        .param("text", "hello")
                        .param("_agreed", "on")
                        .param("_once", key)
                        .with(csrf())
                        .with(signedIn(partner(Role.PARTNER_SALES))))
                .hasStatus(HttpStatus.FOUND);
        assertThat(send("/example/parts").param("text", "hello").param("_once", key))
                .hasStatusOk();

        assertThat(notes()).isEqualTo(3);
    }

    @Test
    void a_form_that_comes_back_may_be_corrected_with_its_old_key() {
        assertThat(noted(" ", key)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(noted("hello", key)).hasStatus(HttpStatus.FOUND);
    }

    @Test
    void what_fails_leaves_nothing_and_may_be_sent_again() {
        for (int time = 0; time < 2; time++) {
            assertThat(send("/example/fails").param("text", "hello").param("_once", key))
                    .hasFailed();
            assertThat(send("/example/faster").param("text", "hello").param("_once", key))
                    .hasStatus(HttpStatus.CONFLICT)
                    .bodyText()
                    .contains("Jemand anderes war gerade schneller")
                    .contains("<dd>hello</dd>")
                    .doesNotContain("<dd>" + key);
        }
        assertThat(notes()).isZero();
        assertThat(keys()).isZero();
    }

    @Test
    void a_request_without_a_key_is_one_transaction_too() {
        assertThat(send("/example/fails").param("text", "hello")).hasFailed();

        assertThat(notes()).isZero();
    }

    @Test
    void the_header_serves_callers_without_forms() {
        for (String text : new String[] {"one", "one"}) {
            assertThat(json(text)).hasStatus(HttpStatus.NO_CONTENT).hasHeader("HX-Trigger", "noted");
        }
        assertThat(json("two")).hasStatus(HttpStatus.CONFLICT);
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void files_are_part_of_the_content() {
        assertThat(file("a.pdf", 10)).hasStatus(HttpStatus.FOUND);
        assertThat(file("a.pdf", 10)).hasStatus(HttpStatus.FOUND);
        assertThat(file("a.pdf", 11)).hasStatus(HttpStatus.CONFLICT);
        assertThat(file("b.pdf", 10)).hasStatus(HttpStatus.CONFLICT);
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void a_key_that_is_none_is_refused() {
        assertThat(noted("hello", "x".repeat(101))).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void keys_are_forgotten_after_a_week() {
        assertThat(noted("hello", key)).hasStatus(HttpStatus.FOUND);
        oncePerKey.forgetOldKeys();
        assertThat(keys()).isEqualTo(1);

        committed("update once set sent_at = timestamp with time zone '2026-11-18 07:59:00+00'");
        oncePerKey.forgetOldKeys();

        assertThat(keys()).isZero();
    }

    private void committed(String statement) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> jdbc.sql(statement).update());
    }

    private MockMvcRequestBuilder noted(String text, String once) {
        return send("/example/notes").param("text", text).param("_agreed", "on").param("_once", once);
    }

    private MockMvcRequestBuilder json(String text) {
        return send("/example/json")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"text\":\"" + text + "\"}")
                .header("Idempotency-Key", key);
    }

    private MockMvcTester.MockMultipartMvcRequestBuilder file(String name, int size) {
        var part = new MockPart("file", name, new byte[size]);
        return send("/example/files").param("_once", key).multipart().part(part);
    }

    private MockMvcRequestBuilder send(String route) {
        return mvc.post().uri(route).with(csrf()).with(signedIn(ana));
    }

    private long notes() {
        return jdbc.sql("select count(*) from note").query(Long.class).single();
    }

    private long keys() {
        return jdbc.sql("select count(*) from once").query(Long.class).single();
    }
}

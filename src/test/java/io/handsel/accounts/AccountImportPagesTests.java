package io.handsel.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.handsel.CompanyNames;
import io.handsel.MovableClock;
import io.handsel.security.People;
import io.handsel.security.PersonFixtures;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.security.SignedIn;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Bringing accounts in as somebody does who sits before the pages. */
@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("test")
@Import(MovableClock.class)
class AccountImportPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccountImportWorker worker;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private PersonView manager;
    private String mark;

    @BeforeEach
    void a_manager() {
        clock.advance(Duration.ofMinutes(5));
        manager = people.register(PersonFixtures.someone(Role.MANAGER));
        mark = CompanyNames.mark();
    }

    @Test
    void a_file_is_uploaded_its_columns_are_named_it_runs_and_every_row_has_a_result() throws Exception {
        var page = uploaded("Firma;Land;Ort;Webseite\nHafenwerk " + mark + ";DE;Rostock;" + mark + ".de\n;DE;;\n");
        var mapping = read(page);

        assertThat(mapping.select("#column-NAME option").eachText()).contains("Firma", "Webseite");
        assertThat(mapping.select("main table tbody tr").first().text()).contains("Hafenwerk " + mark, "Rostock");
        assertThat(jdbc.sql("select count(*) from account where name like '%" + mark + "'")
                        .query(Integer.class)
                        .single())
                .as("nothing is written before somebody says so")
                .isZero();

        assertThat(start(page, "column-NAME", "0", "column-COUNTRY", "1", "column-CITY", "2", "column-DOMAIN", "3"))
                .redirectedUrl()
                .isEqualTo(page);
        var running = read(page);
        assertThat(running.select("progress").attr("max")).isEqualTo("2");
        assertThat(running.select("progress").attr("value")).isEqualTo("0");
        assertThat(running.select("#progress").attr("hx-get")).isEqualTo(page);

        worker.work();

        var done = Jsoup.parse(text(mvc.get()
                .uri(page)
                .header("HX-Request", "true")
                .with(SignedIn.as(manager))
                .exchange()));
        assertThat(done.select("html head title")).isEmpty();
        assertThat(done.select("progress").attr("value")).isEqualTo("2");
        assertThat(done.select("#progress").hasAttr("hx-get")).isFalse();
        assertThat(results(page).lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("2,Hafenwerk " + mark))
                .anyMatch(line -> line.startsWith("3,") && line.contains("name is missing"));
        assertThat(read("/accounts/imports").select("tbody tr").first().text()).contains(manager.name());
    }

    @Test
    void bad_rows_are_named_one_by_one_and_the_good_ones_come_in() throws Exception {
        var page = uploaded(("name,country\n=cmd|' /C calc'!A0 " + mark + ",DE\nGood " + mark + ",DE\nM\u00fcller "
                        + mark + ",DE\n" + "x".repeat(70_000) + ",DE\nNowhere " + mark + ",XX\n")
                .getBytes(Charset.forName("windows-1252")));

        start(page, "column-NAME", "0", "column-COUNTRY", "1", "charset", "UTF-8");
        worker.work();

        var lines = results(page).lines().toList();
        assertThat(lines).hasSize(6);
        assertThat(lines.get(1)).startsWith("2,'=cmd").contains("formula");
        assertThat(lines.get(3)).startsWith("4,").containsIgnoringCase("encod");
        assertThat(lines.get(4)).startsWith("5,").contains("long");
        assertThat(lines.get(5)).startsWith("6,").contains("country");
        assertThat(jdbc.sql("select name from account where name like '%" + mark + "'")
                        .query(String.class)
                        .list())
                .containsExactly("Good " + mark);
    }

    @Test
    void the_results_speak_the_readers_language() throws Exception {
        manager = people.register(PersonFixtures.someone(Role.MANAGER).speaking(Locale.GERMAN));
        var page = uploaded("name,country\nNirgends " + mark + ",XX\n");
        start(page, "column-NAME", "0", "column-COUNTRY", "1");
        worker.work();

        assertThat(results(page)).contains("Land");
    }

    @Test
    void without_a_column_for_the_name_nothing_starts() throws Exception {
        var page = uploaded("a,b\nOne " + mark + ",DE\n");

        var answer = start(page, "column-COUNTRY", "1");

        assertThat(answer).hasStatus(422);
        var told = Jsoup.parse(text(answer));
        assertThat(told.select(".problems a").attr("href")).isEqualTo("#column-NAME");
        assertThat(told.select("#column-COUNTRY option[selected]").val()).isEqualTo("1");
        assertThat(read(page).select("form[action$=/start]")).hasSize(1);
    }

    @Test
    void what_is_no_list_is_refused_with_a_sentence_and_nothing_is_kept_of_it() throws Exception {
        var before = imports();

        for (var file : new byte[][] {
            {},
            "name\n".getBytes(StandardCharsets.UTF_8),
            "name\nAcme\n".getBytes(StandardCharsets.UTF_16),
            ("x".repeat(70_000) + "\nAcme\n").getBytes(StandardCharsets.UTF_8)
        }) {
            var answer = upload(file);
            assertThat(answer).hasStatus(422);
            assertThat(Jsoup.parse(text(answer)).select(".problems li").text()).isNotBlank();
        }
        assertThat(imports()).isEqualTo(before);
    }

    @Test
    void a_started_file_is_not_started_again() throws Exception {
        var page = uploaded("name\nOnce " + mark + "\n");
        start(page, "column-NAME", "0");

        assertThat(start(page, "column-NAME", "0")).redirectedUrl().isEqualTo(page);
        worker.work();
        assertThat(start(page, "column-NAME", "0")).redirectedUrl().isEqualTo(page);
        worker.work();

        assertThat(jdbc.sql("select count(*) from account where name = ?")
                        .param("Once " + mark)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void only_who_may_import_comes_in() {
        for (var role : new Role[] {Role.DIRECTOR, Role.FINANCE, Role.PARTNER_ADMIN}) {
            assertThat(mvc.get().uri("/accounts/imports").with(SignedIn.with(role)))
                    .hasStatus(403);
        }
        assertThat(mvc.get().uri("/accounts/imports/" + UUID.randomUUID()).with(SignedIn.as(manager)))
                .hasStatus(404);
    }

    private int imports() {
        return jdbc.sql("select (select count(*) from account_import) + (select count(*) from account_import_chunk)")
                .query(Integer.class)
                .single();
    }

    private String uploaded(String file) throws Exception {
        return uploaded(file.getBytes(StandardCharsets.UTF_8));
    }

    private String uploaded(byte[] file) throws Exception {
        var answer = upload(file);
        assertThat(answer).hasStatus3xxRedirection();
        return answer.getResponse().getRedirectedUrl();
    }

    private MvcTestResult upload(byte[] file) {
        return mvc.post()
                .uri("/accounts/imports")
                .multipart()
                .file(new MockMultipartFile("file", "customers.csv", "text/csv", file))
                .with(csrf())
                .with(SignedIn.as(manager))
                .exchange();
    }

    private MvcTestResult start(String page, String... fields) {
        var request = mvc.post().uri(page + "/start").with(csrf()).with(SignedIn.as(manager));
        for (int at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return request.exchange();
    }

    private String results(String page) throws Exception {
        return text(
                mvc.get().uri(page + "/results").with(SignedIn.as(manager.id())).exchange());
    }

    private Document read(String page) throws Exception {
        var answer = mvc.get().uri(page).with(SignedIn.as(manager)).exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(text(answer));
    }

    private static String text(MvcTestResult answer) throws Exception {
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}

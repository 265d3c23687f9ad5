package io.handsel.applications.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.applications.ApplicationFixtures;
import io.handsel.applications.ApplicationTest;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What somebody without an account sees of an application. */
@ApplicationTest
class ApplyPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApplicationFixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void begin() {
        clock.moveTo(MovableClock.START);
        fixtures.germany();
    }

    @Test
    void somebody_applies_and_follows_the_application_on_the_link_in_the_mail() throws Exception {
        var form = html(open("/apply"));
        assertThat(form.select("main form [name]").eachAttr("name"))
                .contains("businessName", "domain", "primaryDns", "secondaryDns", "vat", "duns", "country:label");
        var answers = ApplicationFixtures.answers();
        var address = String.valueOf(answers.get("contactEmail"));

        var sent = send("/apply", answers);
        assertThat(sent).hasStatus3xxRedirection().hasRedirectedUrl("/apply/sent");
        assertThat(html(open("/apply/sent")).text()).contains("Please look into the mail");

        assertThat(fixtures.subjects(address)).singleElement().asString().contains("we have your application");
        var page = html(open("/apply/" + fixtures.link(address)));
        assertThat(page.text())
                .contains(String.valueOf(answers.get("businessName")), "Who decides", "The manager of your territory");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            domain,       gmail.com,                   This domain is shared by many.
            domain,       co.uk,                       This domain is shared by many.
            domain,       acme.example,                We do not know this ending
            domain,       not a domain,                This is no domain.
            domain,       раypal.com,                  looks like another one
            domain,       аррӏе.com,                   looks like another one
            primaryDns,   -,                           This is no name of a server.
            secondaryDns, ns1.applicant.example,       two different ones
            vat,          DE123456789,                 This VAT number is not right
            duns,         12345,                       nine digits
            contactEmail, nobody,                      mail address
            businessName, '',                          Please fill
            """)
    void what_is_wrong_is_said_at_the_field_and_nothing_is_kept(String field, String typed, String sentence)
            throws Exception {
        var answers = ApplicationFixtures.answers();
        answers.put("primaryDns", "ns1.applicant.example");
        answers.put(field, typed);
        var before = applications();

        var answer = send("/apply", answers);

        assertThat(answer).hasStatus(422);
        var page = html(answer);
        assertThat(page.select(".field.wrong .error").text()).contains(sentence);
        assertThat(page.select("[name=" + field + "]").val()).isEqualTo(typed);
        assertThat(page.select("[name=city]").val()).isEqualTo("Berlin");
        assertThat(applications()).isEqualTo(before);
    }

    @Test
    void whoever_was_rejected_applies_again_from_the_day_that_was_said_and_not_before() throws Exception {
        var answers = ApplicationFixtures.answers();
        answers.put("vat", "DE143454214");
        answers.put("duns", "150483782");
        var no = Map.<String, Object>of("decision", "reject", "ground", "not-a-fit", "text", "Not now.");
        fixtures.decide(fixtures.manager(), fixtures.applied(answers), no);

        for (var mark : List.of("domain", "vat", "duns")) {
            var again = ApplicationFixtures.answers();
            again.put(mark, answers.get(mark));
            var refused = send("/apply", again);
            assertThat(refused).as(mark).hasStatus(422);
            assertThat(html(refused).text()).contains("It can apply again from 29 Aug 2026.");
            assertThat(html(refused).select("[name=city]").val()).isEqualTo("Berlin");
        }
        var namesake = ApplicationFixtures.answers();
        namesake.put("businessName", answers.get("businessName"));
        assertThat(send("/apply", namesake)).as("a name alone").hasStatus3xxRedirection();
        clock.moveTo(Instant.parse("2026-08-28T21:59:59Z"));
        assertThat(send("/apply", answers)).hasStatus(422);
        clock.moveTo(Instant.parse("2026-08-28T22:00:00Z"));
        assertThat(send("/apply", answers)).hasStatus3xxRedirection();
    }

    @Test
    void an_internationalised_domain_is_kept_as_it_is_looked_up() {
        var answers = ApplicationFixtures.answers();
        answers.put("domain", "https://www.münchen-handel.de/kontakt");

        assertThat(send("/apply", answers)).hasStatus3xxRedirection();

        assertThat(jdbc.sql("select domain from partner_application where business_name = ?")
                        .param(answers.get("businessName"))
                        .query(String.class)
                        .single())
                .isEqualTo("xn--mnchen-handel-wob.de");
    }

    @Test
    void the_same_form_sent_twice_is_one_application() {
        var answers = ApplicationFixtures.answers();
        answers.put("_once", UUID.randomUUID().toString());
        var before = applications();

        assertThat(send("/apply", answers)).hasStatus3xxRedirection();
        assertThat(send("/apply", answers)).hasStatus3xxRedirection();

        assertThat(applications()).isEqualTo(before + 1);
    }

    @Test
    void an_application_is_taken_back_once() throws Exception {
        var answers = ApplicationFixtures.answers();
        fixtures.applied(answers);
        var page = "/apply/" + fixtures.link(String.valueOf(answers.get("contactEmail")));

        assertThat(html(open(page)).select("form[action$=/withdraw]")).hasSize(1);
        assertThat(send(page + "/withdraw", Map.of())).hasStatus3xxRedirection();
        assertThat(html(open(page)).text()).contains("Taken back").doesNotContain("Changed your mind?");
        var again = send(page + "/withdraw", Map.of());
        assertThat(again).hasStatus(422);
        assertThat(html(again).text()).contains("The application has gone on in the meantime");
    }

    @Test
    void an_answer_says_something_and_there_is_a_question() throws Exception {
        var answers = ApplicationFixtures.answers();
        var application = fixtures.applied(answers);
        var page = "/apply/" + fixtures.link(String.valueOf(answers.get("contactEmail")));

        assertThat(html(send(page + "/answer", Map.of("answer", "Hospitals."))).text())
                .contains("The application has gone on in the meantime");
        fixtures.decide(fixtures.manager(), application, Map.of("decision", "ask", "text", "Who are your customers?"));
        var blank = send(page + "/answer", Map.of("answer", " "));
        assertThat(blank).hasStatus(422);
        assertThat(html(blank).text()).contains("Please fill this in.");
        var endless = send(page + "/answer", Map.of("answer", "x".repeat(2001)));
        assertThat(endless).hasStatus(422);
        assertThat(html(endless).text()).contains("This is too long.");
        assertThat(send(page + "/answer", Map.of("answer", "Hospitals."))).hasStatus3xxRedirection();
        assertThat(send(page + "/answer", Map.of("answer", "Schools."))).hasStatus(422);
    }

    @Test
    void a_guessed_link_leads_nowhere_and_an_old_one_to_a_new_one() throws Exception {
        assertThat(open("/apply/" + "a".repeat(43))).hasStatus(404);
        assertThat(send("/apply/" + "a".repeat(43) + "/link", Map.of())).hasStatus(404);
        var answers = ApplicationFixtures.answers();
        var address = String.valueOf(answers.get("contactEmail"));
        fixtures.applied(answers);
        var old = "/apply/" + fixtures.link(address);

        clock.advance(Duration.ofDays(60));
        var ended = open(old);
        assertThat(ended).hasStatus(410);
        assertThat(html(ended).text())
                .contains("This link has ended", "c…@")
                .doesNotContain(address, String.valueOf(answers.get("businessName")));
        assertThat(send(old + "/withdraw", Map.of())).hasStatus(404);
        assertThat(send(old + "/link", Map.of())).hasStatus3xxRedirection();

        assertThat(open("/apply/" + fixtures.link(address))).hasStatus(200);
        assertThat(open(old)).hasStatus(410);
    }

    @Test
    void the_domain_is_proven_on_the_private_page_by_a_code() throws Exception {
        var answers = ApplicationFixtures.answers();
        fixtures.appliedUnproven(answers);
        var page = "/apply/" + fixtures.link(String.valueOf(answers.get("contactEmail")));
        var domain = answers.get("domain");

        var before = html(open(page));
        assertThat(before.text()).contains("The proof that the domain is yours", "not proven yet");
        assertThat(before.select("#domain code").get(0).text()).startsWith("handsel-verification=");
        assertThat(html(send(page + "/code", Map.of("mailbox", "me@elsewhere.com")))
                        .select("#code-error")
                        .text())
                .contains("Only an address at this domain");
        assertThat(send(page + "/code", Map.of("mailbox", "postmaster"))).hasStatus3xxRedirection();
        var wrong = send(page + "/proof", Map.of("code", "22222222"));
        assertThat(wrong).hasStatus(422);
        assertThat(html(wrong).select("#code-error").text()).contains("This is not the code.");
        assertThat(send(page + "/proof", Map.of("code", fixtures.code("postmaster@" + domain))))
                .hasStatus3xxRedirection();

        assertThat(html(open(page)).select("#domain").text()).contains("proven", "by a code by mail");
        assertThat(html(send(page + "/proof", Map.of("code", "22222222"))).text())
                .as("used already")
                .doesNotContain("This is not the code.");
    }

    private int applications() {
        return jdbc.sql("select count(*) from partner_application")
                .query(Integer.class)
                .single();
    }

    private MvcTestResult open(String page) {
        return mvc.get().uri(page).header("Accept-Language", "en-GB").exchange();
    }

    private MvcTestResult send(String page, Map<String, Object> answers) {
        var request = mvc.post()
                .uri(page)
                .header("Accept-Language", "en-GB")
                .with(SecurityMockMvcRequestPostProcessors.csrf());
        answers.forEach((name, answer) -> {
            if (name.equals("country")) {
                request.param("country:label", "Germany").param("country:shown", "1");
            } else if (answer instanceof List<?> several) {
                several.forEach(one -> request.param(name, String.valueOf(one)));
            } else {
                request.param(name, String.valueOf(answer));
            }
        });
        return request.exchange();
    }

    private static Document html(MvcTestResult answer) throws UnsupportedEncodingException {
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}

package io.handsel.deals.web;

import static io.handsel.deals.DealFixtures.aDeal;
import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.deals.DealFixtures;
import io.handsel.deals.DealId;
import io.handsel.engine.DueJobs;
import io.handsel.partner.PartnerView;
import io.handsel.security.Actor;
import io.handsel.security.SignedIn;
import io.handsel.tasklist.TaskFilter;
import io.handsel.tasklist.TaskInbox;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DealPagesTest
class CustomerChoicePagesTests {

    private static final byte[] PDF = "%PDF-1.7 We choose Contoso.".getBytes(StandardCharsets.UTF_8);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DealFixtures fixtures;

    @Autowired
    TaskInbox inbox;

    @Autowired
    DueJobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    PartnerView holder;
    PartnerView chosen;
    Actor holders;
    Actor chosens;
    DealId held;
    DealId refused;

    @BeforeEach
    void one_has_the_customer_and_the_other_was_refused() {
        clock.moveTo(MovableClock.START);
        holder = fixtures.partner(wish -> wish.named("Yakyak Holding"));
        chosen = fixtures.partner(wish -> wish.named("Zebra Chosen"));
        holders = fixtures.sales(holder);
        chosens = fixtures.sales(chosen);
        var wish = aDeal();
        held = fixtures.register(holders, wish.worth("5001").deal());
        jobs.run();
        refused = fixtures.register(chosens, wish.worth("7003").deal());
        jobs.run();
    }

    @Test
    void the_letter_is_filed_read_and_accepted_and_neither_partner_learns_who_the_other_is() {
        var page = html(open("/deals/" + refused, chosens));
        assertThat(page.select("a[href$=/choice]").text()).isEqualTo("The customer has chosen us");

        assertThat(file(chosens, refused)).hasStatus(302);
        jobs.run();
        assertThat(html(open("/deals/" + refused, chosens)).select("#choice").text())
                .contains("Carla Customer", "27", "being reviewed");
        var reviewer = fixtures.actor(fixtures.germany().manager());
        var task = task(reviewer, refused);
        var pane = html(open("/tasks/" + task, reviewer));
        assertThat(pane.select("#choice").text()).contains("Carla Customer");
        assertThat(pane.text()).contains("Yakyak Holding", "letter.pdf");
        assertThat(decide(reviewer, task)).hasStatus(302);
        jobs.run();

        assertThat(html(open("/deals/" + refused, chosens)).text())
                .contains("Approved")
                .doesNotContain("Yakyak", "5,001");
        assertThat(html(open("/deals/" + held, holders)).text())
                .contains("Transferred")
                .doesNotContain("Zebra", "7,003", "letter.pdf");
        assertThat(mailsTo(chosens))
                .isNotEmpty()
                .allSatisfy(mail -> assertThat(mail).doesNotContain("Yakyak", "5,001"));
        assertThat(mailsTo(holders))
                .isNotEmpty()
                .allSatisfy(mail -> assertThat(mail).doesNotContain("Zebra", "7,003"));
    }

    @Test
    void without_a_letter_the_page_comes_back_with_what_was_typed() {
        var answer = send(chosens, refused, "", new byte[0]);

        assertThat(answer).hasStatus(422);
        assertThat(html(answer).select("input[name=contactName]").val()).isEqualTo("Carla Customer");
    }

    @Test
    void a_manager_who_got_the_letter_files_it_and_a_stranger_finds_nothing() {
        var manager = fixtures.actor(chosen.manager());

        assertThat(open("/deals/" + refused + "/choice", manager)).hasStatusOk();
        assertThat(open("/deals/" + refused + "/choice", holders)).hasStatus(404);
        assertThat(file(holders, refused)).hasStatus(404);
        assertThat(file(manager, refused)).hasStatus(302).hasRedirectedUrl("/tasks?said=deals.said.choice");
    }

    private List<String> mailsTo(Actor person) {
        return jdbc.sql("select subject || ' ' || text_body from outbox_mail"
                        + " where recipient = (select email from person where id = ?)")
                .param(person.person().id())
                .query(String.class)
                .list();
    }

    private MvcTestResult file(Actor by, DealId deal) {
        return send(by, deal, "letter.pdf", PDF);
    }

    private MvcTestResult send(Actor by, DealId deal, String name, byte[] content) {
        return mvc.post()
                .uri("/deals/" + deal + "/choice")
                .multipart()
                .file(new MockMultipartFile("evidenceFiles", name, "application/pdf", content))
                .param("contactName", "Carla Customer")
                .param("chosenOn:date", "2026-02-27")
                .with(SignedIn.as(by))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    private MvcTestResult decide(Actor by, String task) {
        var version = inbox.find(by, task).orElseThrow().version();
        return mvc.post()
                .uri("/tasks/" + task + "/decide")
                .param("decision", "approve")
                .param("_version", String.valueOf(version))
                .with(SignedIn.as(by))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    private String task(Actor by, DealId deal) {
        return inbox.page(by, TaskFilter.ALL, null).entries().stream()
                .filter(entry -> entry.caseKey().equals(deal.toString()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private MvcTestResult open(String path, Actor by) {
        return mvc.get().uri(path).with(SignedIn.as(by)).exchange();
    }

    private static Document html(MvcTestResult result) {
        return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}

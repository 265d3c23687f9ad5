package io.handsel.deals.web;

import static io.handsel.deals.DealFixtures.aDeal;
import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.deals.DealFilter;
import io.handsel.deals.DealFixtures;
import io.handsel.deals.DealList;
import io.handsel.engine.DueJobs;
import io.handsel.forms.Attachment;
import io.handsel.partner.PartnerView;
import io.handsel.security.Actor;
import io.handsel.security.SignedIn;
import io.handsel.tasklist.CaseFiles;
import io.handsel.tasklist.TaskFilter;
import io.handsel.tasklist.TaskInbox;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DealPagesTest
class DealEvidenceTests {

    private static final byte[] PDF = "%PDF-1.7 minutes of the meeting".getBytes(StandardCharsets.UTF_8);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DealFixtures fixtures;

    @Autowired
    DealList list;

    @Autowired
    CaseFiles files;

    @Autowired
    TaskInbox inbox;

    @Autowired
    DueJobs jobs;

    @Autowired
    MovableClock clock;

    PartnerView partner;
    Actor sales;

    @BeforeEach
    void begin() {
        clock.moveTo(MovableClock.START);
        partner = fixtures.partner();
        sales = fixtures.sales(partner);
    }

    @Test
    void what_comes_with_a_registration_is_seen_by_its_partner_and_its_reviewers_only() throws Exception {
        var deal = registered("minutes.pdf", PDF);

        var page = html(open(deal, sales));
        var link = page.select("#files a").attr("href");
        assertThat(page.select("#files a").text()).isEqualTo("minutes.pdf");
        assertThat(page.select("#files").text()).contains("Sven Sales");
        assertThat(page.select(".timeline").text()).contains("Evidence added");
        assertThat(open(link, fixtures.sales(partner)))
                .hasStatusOk()
                .hasHeader("Content-Type", "application/pdf")
                .hasHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        assertThat(open(link, sales).getResponse().getContentAsByteArray()).isEqualTo(PDF);

        var manager = fixtures.actor(partner.manager());
        var task = task(manager, deal);
        var pane = html(open("/tasks/" + task, manager));
        var reviewers = pane.select("#files a[href*=/files/]");
        assertThat(reviewers.text()).contains("minutes.pdf");
        assertThat(open(reviewers.attr("href"), manager).getResponse().getContentAsByteArray())
                .isEqualTo(PDF);

        var stranger = fixtures.sales(fixtures.partner());
        var theirs = html(open(registered(stranger, "theirs.pdf", PDF), stranger));
        assertThat(theirs.text()).doesNotContain("minutes.pdf");
        assertThat(open(link, stranger)).hasStatus(404);
        var own = theirs.select("#files a").attr("href");
        assertThat(open(own.replaceFirst("[^/]+$", link.substring(link.lastIndexOf('/') + 1)), stranger))
                .hasStatus(404);
        assertThat(open(link, manager)).hasStatus(403);
    }

    @ParameterizedTest
    @CsvSource({"minutes.pdf, <script>alert(1)</script>", "minutes.exe, MZ", "photo.png, %PDF-1.7"})
    void a_disguised_file_is_refused_at_its_field_and_the_entry_is_kept(String name, String content) {
        var fields = fields();

        var answer = send("/deals/new", sales, fields, name, content.getBytes(StandardCharsets.UTF_8));

        assertThat(answer).hasStatus(422);
        var page = html(answer);
        assertThat(page.select("#f-evidenceFiles-error, .field.wrong .error").text())
                .contains(name);
        assertThat(page.select("input[name=customer]").val()).isEqualTo(fields.get("customer"));
        assertThat(page.select("textarea[name=need]").text()).contains("firewall");
        assertThat(list.page(sales, DealFilter.in(Set.of()), 10).deals()).isEmpty();
    }

    @Test
    void what_the_vendors_people_put_to_the_case_stays_theirs() {
        var deal = registered("minutes.pdf", PDF);
        var key = deal.substring(deal.lastIndexOf('/') + 1);
        var manager = fixtures.actor(partner.manager());
        var internal =
                Attachment.received("internal.pdf", "application/pdf", PDF.length, () -> new ByteArrayInputStream(PDF));
        files.keep(key, null, internal, manager);

        assertThat(html(open(deal, sales)).text()).contains("minutes.pdf").doesNotContain("internal.pdf");
        assertThat(open(deal + "/files/" + internal.id(), sales)).hasStatus(404);
    }

    @Test
    void the_order_may_be_shown_with_the_win() {
        var small = fields();
        small.put("amount", "5000");
        var deal = location(send("/deals/new", sales, small, "", new byte[0]));

        var refused = send(deal + "/won", sales, order(), "order.pdf", "<html>".getBytes(StandardCharsets.UTF_8));
        assertThat(refused).hasStatus(422);
        assertThat(html(refused).select("input[name=orderReference]").val()).isEqualTo("PO-1");
        var won = send(deal + "/won", sales, order(), "order.pdf", PDF);

        assertThat(won).hasStatus(302);
        assertThat(html(open(deal, sales)).select("#files a").text()).isEqualTo("order.pdf");
    }

    @Test
    void whoever_asks_who_would_decide_is_told_to_choose_the_files_again() {
        var preview = send("/deals/new/preview", sales, fields(), "minutes.pdf", PDF);

        assertThat(preview).hasStatusOk();
        assertThat(html(preview).text()).contains("Please choose your files again");
        assertThat(html(send("/deals/new/preview", sales, fields(), "", new byte[0]))
                        .text())
                .doesNotContain("Please choose your files again");
    }

    private String registered(String name, byte[] content) {
        return registered(sales, name, content);
    }

    private String registered(Actor by, String name, byte[] content) {
        return location(send("/deals/new", by, fields(), name, content));
    }

    private String location(MvcTestResult sent) {
        assertThat(sent).hasStatus(302);
        jobs.run();
        return String.valueOf(sent.getResponse().getRedirectedUrl()).replaceFirst("\\?.*", "");
    }

    private String task(Actor manager, String deal) {
        var key = deal.substring(deal.lastIndexOf('/') + 1);
        return inbox.page(manager, TaskFilter.ALL, null).entries().stream()
                .filter(entry -> entry.caseKey().equals(key))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static Map<String, String> fields() {
        var deal = aDeal().deal();
        return new HashMap<>(Map.ofEntries(
                Map.entry("customer", deal.customer()),
                Map.entry("website", deal.website()),
                Map.entry("country", "DE"),
                Map.entry("contactName", deal.contactName()),
                Map.entry("contactEmail", deal.contactEmail()),
                Map.entry("products", "security"),
                Map.entry("amount", "30000"),
                Map.entry("currency", "EUR"),
                Map.entry("expectedClose:date", "2026-12-30"),
                Map.entry("need", deal.need()),
                Map.entry("source", deal.source())));
    }

    private static Map<String, String> order() {
        return Map.of("orderReference", "PO-1", "orderedOn:date", "2026-03-02", "amount", "5000", "currency", "EUR");
    }

    private MvcTestResult send(String path, Actor by, Map<String, String> fields, String name, byte[] content) {
        var request = mvc.post()
                .uri(path)
                .multipart()
                .file(new MockMultipartFile("evidenceFiles", name, "application/pdf", content))
                .with(SignedIn.as(by))
                .with(SecurityMockMvcRequestPostProcessors.csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult open(String path, Actor by) {
        return mvc.get().uri(path).with(SignedIn.as(by)).exchange();
    }

    private static Document html(MvcTestResult result) {
        return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}

package io.handsel.disputes.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.StatementCount;
import io.handsel.deals.DealFixtures;
import io.handsel.disputes.DisputeFixtures;
import io.handsel.disputes.DisputeTest;
import io.handsel.disputes.EvidenceDesk;
import io.handsel.disputes.EvidenceKind;
import io.handsel.security.Actor;
import io.handsel.security.Role;
import io.handsel.security.SignedIn;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

@DisputeTest
class DisputePagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DisputeFixtures fixtures;

    @Autowired
    DealFixtures deals;

    @Autowired
    EvidenceDesk evidence;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void begin() {
        clock.moveTo(MovableClock.START);
    }

    @Test
    void a_rejected_deal_offers_a_dispute_and_leads_to_it() throws Exception {
        var two = fixtures.twoPartners();
        var sales = two.challenger().sales();
        var deal = "/deals/" + two.challenger().deal();

        assertThat(html(open(deal, sales)).select("#dispute").text())
                .contains("Not right?", "until 16 Mar 2026, 23:00", "Open a dispute");
        assertThat(html(open(deal + "/dispute", sales)).select("textarea[name=reason]"))
                .hasSize(1);
        assertThat(send(deal + "/dispute", sales, Map.of())).hasStatus(422);
        var answer = send(deal + "/dispute", sales, Map.of("reason", "We have known them for years."));

        assertThat(answer).hasStatus3xxRedirection();
        var page = answer.getResponse().getHeader("Location");
        assertThat(html(open(page.replaceFirst("\\?.*", ""), sales)).text())
                .contains("Put evidence", "The registration was not accepted", "We have known them for years.");
        assertThat(html(open(deal, sales)).select("#dispute a").attr("href")).isEqualTo(page.replaceFirst("\\?.*", ""));
        assertThat(html(open("/deals/" + two.other().deal(), two.other().sales()))
                        .select("#dispute"))
                .isEmpty();
    }

    @Test
    void the_offer_is_gone_with_its_time_and_says_so() throws Exception {
        var two = fixtures.twoPartners();
        var sales = two.challenger().sales();
        clock.moveTo(Instant.parse("2026-03-16T23:00:00Z"));

        var card = html(open("/deals/" + two.challenger().deal(), sales)).select("#dispute");
        assertThat(card.text()).contains("could be disputed until");
        assertThat(card.select("a")).isEmpty();
        assertThat(open("/deals/" + two.challenger().deal() + "/dispute", sales))
                .hasStatus3xxRedirection();
        assertThat(send("/deals/" + two.challenger().deal() + "/dispute", sales, Map.of("reason", "Still.")))
                .hasStatus(422)
                .bodyText()
                .contains("could be disputed until");
    }

    @Test
    void a_side_puts_evidence_and_the_other_sees_its_outline_only() throws Exception {
        var dispute = fixtures.opened();
        var page = "/disputes/" + dispute.dispute();
        var put = mvc.post()
                .uri(page + "/evidence")
                .multipart()
                .file(new MockMultipartFile(
                        "file", "yakyak.pdf", "application/pdf", "%PDF-1.7 x".getBytes(StandardCharsets.UTF_8)))
                .param("kind", "customer-choice")
                .param("happenedOn:date", "2026-02-27")
                .param("attendee", "Zebra Attendee")
                .param("words", "They want zebra us")
                .with(SignedIn.as(dispute.other().sales()))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
        assertThat(put).hasStatus3xxRedirection();

        var own = html(open(page, dispute.other().sales()));
        assertThat(own.select("#own").text())
                .contains("customer's written choice", "weight 40", "Zebra Attendee", "yakyak.pdf", "Together 65");
        var link = own.select("#own a[href*=/files/]").attr("href");
        assertThat(open(link, dispute.other().sales()))
                .hasStatusOk()
                .hasHeader("Content-Security-Policy", "default-src 'none'; sandbox");

        var theirs = html(open(page, dispute.challenger().sales()));
        assertThat(theirs.select("#other").text())
                .contains("customer's written choice", "weight 40", "put on 2 Mar 2026", "Together 65");
        assertThat(theirs.outerHtml()).doesNotContainIgnoringCase("zebra").doesNotContain("yakyak", link);
        assertThat(open(link, dispute.challenger().sales())).hasStatus(404);
        assertThat(open(link, fixtures.manager(dispute))).hasStatusOk();
        assertThat(open(page, deals.sales(deals.partner()))).hasStatus(404);
    }

    @Test
    void what_is_wrong_with_evidence_is_said_at_its_field() throws Exception {
        var dispute = fixtures.opened();
        var page = "/disputes/" + dispute.dispute() + "/evidence";
        var sales = dispute.challenger().sales();

        var future = send(page, sales, Map.of("kind", "meeting", "words", "We will.", "happenedOn:date", "2026-04-01"));
        assertThat(future).hasStatus(422).bodyText().contains("Please give a day that has been.");
        assertThat(send(page, sales, Map.of("kind", "first-receipt", "words", "We were.")))
                .hasStatus(422);
        var disguised = mvc.post()
                .uri(page)
                .multipart()
                .file(new MockMultipartFile(
                        "file", "minutes.pdf", "application/pdf", "<script>".getBytes(StandardCharsets.UTF_8)))
                .param("kind", "other")
                .param("words", "Look.")
                .with(SignedIn.as(sales))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
        assertThat(disguised).hasStatus(422).bodyText().contains("minutes.pdf");
    }

    /** Words that only one side and the vendor may read, everywhere the other side can look. */
    @Test
    void nothing_of_the_other_side_is_anywhere_a_partner_can_read() throws Exception {
        var dispute = fixtures.opened();
        var holder = dispute.other();
        fixtures.put(holder.sales(), dispute, EvidenceKind.MEETING, "Zebra words", "zebra.pdf");
        evidence.done(holder.sales(), dispute.dispute());
        evidence.done(dispute.challenger().sales(), dispute.dispute());
        fixtures.itIs(clock.instant());
        fixtures.settle(dispute, fixtures.manager(dispute), "both-keep");
        var number = number(holder.deal().id());

        for (var path : List.of(
                "/disputes/" + dispute.dispute(),
                "/disputes/" + dispute.dispute() + "/appeal",
                "/disputes",
                "/disputes/export",
                "/deals/" + dispute.challenger().deal(),
                "/home")) {
            var seen = open(path, dispute.challenger().sales()).getResponse().getContentAsString();
            assertThat(seen)
                    .as(path)
                    .doesNotContainIgnoringCase("zebra")
                    .doesNotContain(
                            holder.partner().name(), number, holder.deal().toString(), "Looked at both");
        }
        assertThat(mails(dispute.challenger().sales()))
                .isNotEmpty()
                .allSatisfy(mail -> assertThat(mail)
                        .doesNotContainIgnoringCase("zebra")
                        .doesNotContain(holder.partner().name(), number, "Looked at both"));
        assertThat(html(open("/disputes/" + dispute.dispute(), fixtures.manager(dispute)))
                        .text())
                .as("it is there, and the vendor sees it")
                .contains("Zebra words", "zebra.pdf", holder.partner().name(), number, "Looked at both");
    }

    @Test
    void reviewers_see_both_sides_beside_each_other_where_they_decide() throws Exception {
        var dispute = fixtures.opened();
        fixtures.put(dispute.other().sales(), dispute, EvidenceKind.CUSTOMER_ORDER, "Their order", "order.pdf");
        evidence.done(dispute.challenger().sales(), dispute.dispute());
        evidence.done(dispute.other().sales(), dispute.dispute());
        var manager = fixtures.manager(dispute);
        var task = jdbc.sql("select task_id from task_entry where case_key = ?")
                .param(dispute.dispute().toString())
                .query(String.class)
                .single();

        var pane = html(open("/tasks/" + task, manager));
        assertThat(pane.select("#side-CHALLENGER").text())
                .contains(dispute.challenger().partner().name(), "30,000.00", "When it was registered", "weight 0");
        assertThat(pane.select("#side-HOLDER").text())
                .contains(dispute.other().partner().name(), "Their order", "order.pdf", "exclusive", "weight 30");
        assertThat(pane.select("input[name=verdict]")).hasSize(4);
        assertThat(pane.select("textarea[name=reason]")).hasSize(1);
        assertThat(html(open("/disputes/" + dispute.dispute(), manager))
                        .select("#side-HOLDER")
                        .text())
                .contains("Their order");
        assertThat(open("/disputes", deals.vendor(Role.FINANCE))).hasStatus(403);
    }

    @Test
    void each_side_has_its_disputes_in_its_own_words_and_staff_all_of_them() throws Exception {
        var dispute = fixtures.opened();
        var challenger = dispute.challenger();

        var list = html(open("/disputes", challenger.sales()));
        assertThat(list.select("tbody tr")).hasSize(1);
        assertThat(list.select("thead").text()).doesNotContain("Holder");
        assertThat(html(open("/disputes?search=" + dispute.dispute(), challenger.sales()))
                        .text())
                .contains("No dispute fits");
        assertThat(html(open("/disputes?status=FINAL", challenger.sales())).text())
                .contains("No dispute fits");
        var export = open("/disputes/export", challenger.sales()).getResponse().getContentAsString();
        assertThat(export.lines()).hasSize(2);
        assertThat(export).doesNotContain("holder");

        var staff = html(open("/disputes?status=OPEN&sort=next", fixtures.manager(dispute)));
        assertThat(staff.select("thead").text()).contains("Challenger", "Holder");
        assertThat(staff.select("tbody").text())
                .contains(challenger.partner().name(), dispute.other().partner().name());
        assertThat(open("/disputes/export", fixtures.manager(dispute))
                        .getResponse()
                        .getContentAsString())
                .contains(dispute.other().partner().name());
    }

    @Test
    void the_list_takes_two_statements_however_many_there_are() {
        var dispute = fixtures.opened();
        fixtures.opened();

        for (var by : List.of(dispute.challenger().sales(), fixtures.manager(dispute))) {
            var run = StatementCount.during(() -> open("/disputes?status=OPEN&search=customer", by)).stream()
                    .filter(sql -> sql.contains("dispute"))
                    .toList();
            assertThat(run).as(by.name()).hasSize(2);
        }
    }

    @Test
    void what_waits_for_a_side_is_on_its_home_page() throws Exception {
        var dispute = fixtures.opened();
        var sales = dispute.challenger().sales();

        assertThat(html(open("/home", sales)).select("a[href=/disputes/" + dispute.dispute() + "]"))
                .hasSize(1);
        send("/disputes/" + dispute.dispute() + "/done", sales, Map.of());
        assertThat(html(open("/home", sales)).select("a[href=/disputes/" + dispute.dispute() + "]"))
                .isEmpty();
        assertThat(send("/disputes/" + dispute.dispute() + "/done", sales, Map.of()))
                .hasStatus(422)
                .bodyText()
                .contains("You have said that you have no more evidence.");
        send("/disputes/" + dispute.dispute() + "/done", dispute.other().sales(), Map.of());
        fixtures.settle(dispute, fixtures.manager(dispute), "holder-keeps");
        assertThat(html(open("/home", sales)).select("a[href=/disputes/" + dispute.dispute() + "]"))
                .hasSize(1);
        assertThat(html(open("/home", dispute.other().sales())).select("a[href=/disputes/" + dispute.dispute() + "]"))
                .isEmpty();
        assertThat(send("/disputes/" + dispute.dispute() + "/waive", sales, Map.of()))
                .hasStatus3xxRedirection();
        assertThat(html(open("/disputes/" + dispute.dispute(), sales)).text())
                .contains("Everything stays as it is: the customer is not yours.");
    }

    private String number(UUID deal) {
        return jdbc.sql("select deal_number from deal where id = ?")
                .param(deal)
                .query(String.class)
                .single();
    }

    private List<String> mails(Actor to) {
        return jdbc.sql("""
                        select m.subject || ' ' || m.text_body || ' ' || m.html_body from outbox_mail m
                        join person p on p.email = m.recipient where p.id = ?
                        """).param(to.person().id()).query(String.class).list();
    }

    private MvcTestResult open(String path, Actor by) {
        return mvc.get().uri(path).with(SignedIn.as(by)).exchange();
    }

    private MvcTestResult send(String path, Actor by, Map<String, String> fields) {
        var request = mvc.post().uri(path).with(SignedIn.as(by)).with(SecurityMockMvcRequestPostProcessors.csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private static Document html(MvcTestResult answer) throws UnsupportedEncodingException {
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}

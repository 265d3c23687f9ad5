package io.handsel.deals.web;

import static io.handsel.deals.DealFixtures.aDeal;
import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.accounts.AccountClaims;
import io.handsel.deals.DealClosing;
import io.handsel.deals.DealFixtures;
import io.handsel.deals.DealId;
import io.handsel.deals.DealTransfers;
import io.handsel.deals.TransferCause;
import io.handsel.deals.WinDeal;
import io.handsel.engine.DueJobs;
import io.handsel.partner.PartnerView;
import io.handsel.security.Actor;
import io.handsel.security.Role;
import io.handsel.security.SignedIn;
import io.handsel.tasklist.TaskFilter;
import io.handsel.tasklist.TaskInbox;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Two partners want one customer: reviewers see both, each partner only its own. */
@DealPagesTest
class CompetingDealsTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DealFixtures fixtures;

    @Autowired
    DealTransfers transfers;

    @Autowired
    DealClosing closing;

    @Autowired
    AccountClaims claims;

    @Autowired
    TaskInbox inbox;

    @Autowired
    DueJobs jobs;

    @Autowired
    MovableClock clock;

    PartnerView alpha;
    PartnerView bravo;
    Actor alphas;
    Actor bravos;
    DealFixtures.Wish wish;
    DealId first;
    DealId second;

    /** The second one names the same company with another domain: a person has to look. */
    @BeforeEach
    void two_registrations_wait_for_one_customer() {
        clock.moveTo(MovableClock.START);
        alpha = fixtures.partner(partner -> partner.named("Alpha Systems"));
        bravo = fixtures.partner(partner -> partner.named("Zebra Systems"));
        alphas = fixtures.sales(alpha);
        bravos = fixtures.sales(bravo);
        wish = aDeal().worth("30001");
        first = registered(alphas, wish);
        second = registered(bravos, wish.worth("40003").with("website", "other-" + UUID.randomUUID() + ".de"));
    }

    @Test
    void the_reviewer_sees_them_side_by_side_first_come_first_and_what_deciding_one_does_to_the_other() {
        var manager = fixtures.actor(bravo.manager());
        var task = task(manager, second);

        var columns = html(open("/tasks/" + task, manager)).select("#compared");

        assertThat(columns.select("thead th").eachText()).hasSize(2);
        assertThat(columns.select("thead th").first().text()).contains("came first");
        assertThat(columns.text()).contains("Alpha Systems", "Zebra Systems", "€30,001", "€40,003", "receipt");
        assertThat(columns.select("tr:last-child td").eachText())
                .satisfiesExactly(
                        one -> assertThat(one).contains("can no longer be approved"),
                        other -> assertThat(other).contains("must be decided first"));
        var page = html(open(columns.select("a[href*=compare]").attr("href"), manager));
        assertThat(page.select("main thead th")).hasSize(2);
        assertThat(html(open("/deals/compare?deal=" + first + "&deal=" + UUID.randomUUID(), manager))
                        .text())
                .contains("nothing to compare");
        assertThat(open("/deals/compare?deal=" + first + "&deal=" + second, alphas))
                .hasStatus(403);
    }

    @Test
    void a_likely_customer_is_a_link_only_for_those_who_may_open_its_page() {
        var large = registered(bravos, wish.worth("150001").with("website", "third-" + UUID.randomUUID() + ".de"));
        var director = fixtures.vendor(Role.DIRECTOR);
        var finance = fixtures.vendor(Role.FINANCE);

        var link = html(open("/tasks/" + task(director, large), director)).select("main a[href^=/accounts/]");
        var page = html(open("/tasks/" + task(finance, large), finance)).select("main");

        assertThat(open(link.attr("href"), director)).hasStatusOk();
        assertThat(open(link.attr("href"), finance)).hasStatus(403);
        assertThat(page.text()).contains(link.first().text());
        assertThat(page.select("a[href^=/accounts/]")).isEmpty();
    }

    @Test
    void what_cannot_be_protected_cannot_be_approved() {
        var manager = fixtures.actor(bravo.manager());

        var customer = claims.claimOf(first.id()).orElseThrow().account().toString();

        var answer = approve(manager, second, customer);

        assertThat(answer).hasStatus(422);
        assertThat(html(answer).select(".problems").text()).contains("Another partner has this customer");
        assertThat(approve(fixtures.actor(alpha.manager()), first, "")).hasStatus(302);
    }

    @Test
    void look_alikes_are_shown_to_the_reviewer_and_of_others_nothing_to_a_partner() {
        var manager = fixtures.actor(bravo.manager());
        var twin = wish.with("website", wish.deal().website().replace("-", "").replace(".de", ".com"))
                .with("customer", "Something Else " + UUID.randomUUID())
                .worth("30007");
        var own = registered(bravos, twin);

        var shown = html(open("/tasks/" + task(manager, own), manager)).select("#look-alikes");

        assertThat(shown.text()).contains("Alpha Systems", "similar web address", "same contact", "the same partner");
        for (var deal : new DealId[] {second, own}) {
            assertThat(html(open("/deals/" + deal, bravos)).text()).doesNotContain("Alpha Systems", "30,001");
        }
    }

    @Test
    void a_partner_is_told_of_its_own_duplicates_before_it_sends_and_may_send_all_the_same() {
        var preview = send("/deals/new/preview", alphas, wish);
        assertThat(html(preview).select("#own-look-alikes a").attr("href")).isEqualTo("/deals/" + first);

        var strangers = fixtures.sales(fixtures.partner());
        assertThat(html(send("/deals/new/preview", strangers, wish)).select("#own-look-alikes"))
                .isEmpty();
    }

    @Test
    void who_loses_the_customer_earns_half_when_it_is_won_and_sees_nothing_of_the_other() {
        var director = fixtures.vendor(Role.DIRECTOR);
        transfers.award(second, first, director, TransferCause.DISPUTE);
        jobs.run();

        // 5 % of its own 30,001 euros, not of the other's 40,003.
        assertThat(html(open("/deals/" + first, alphas)).text())
                .contains("You earn if the customer buys all the same", "€1,500.05")
                .doesNotContain("Zebra", "40,003");
        closing.win(bravos, second, new WinDeal("PO-1", LocalDate.of(2026, 3, 2), new BigDecimal("44444"), "EUR"));

        assertThat(html(open("/deals/" + first, alphas)).text())
                .contains("You have earned as second registrant", "€1,500.05")
                .doesNotContain("Zebra", "40,003", "44,444");
        assertThat(html(open("/deals/" + second, bravos)).text()).doesNotContain("second registrant", "1,500.05");
        closing.reverseWin(director, second, "The order was cancelled.");
        assertThat(html(open("/deals/" + first, alphas)).text()).contains("if the customer buys all the same");
    }

    private DealId registered(Actor by, DealFixtures.Wish wanted) {
        var deal = fixtures.register(by, wanted.deal());
        jobs.run();
        return deal;
    }

    private MvcTestResult send(String path, Actor by, DealFixtures.Wish wanted) {
        var deal = wanted.deal();
        return mvc.post()
                .uri(path)
                .param("customer", deal.customer())
                .param("website", deal.website())
                .param("country", "DE")
                .param("contactName", deal.contactName())
                .param("contactEmail", deal.contactEmail())
                .param("products", "security")
                .param("amount", "30000")
                .param("currency", "EUR")
                .param("expectedClose:date", "2026-12-30")
                .param("need", deal.need())
                .param("source", deal.source())
                .with(SignedIn.as(by))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    private MvcTestResult approve(Actor by, DealId deal, String customer) {
        var task = inbox.find(by, task(by, deal)).orElseThrow();
        return mvc.post()
                .uri("/tasks/" + task.id() + "/decide")
                .param("decision", "approve")
                .param("customer", customer)
                .param("_version", String.valueOf(task.version()))
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

package io.handsel.distribution.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.deals.DealFixtures;
import io.handsel.deals.DealId;
import io.handsel.disputes.DisputeTest;
import io.handsel.distribution.DistributionFixtures;
import io.handsel.distribution.DistributionFixtures.Company;
import io.handsel.distribution.LinkId;
import io.handsel.distribution.SharedPart;
import io.handsel.partner.PartnerStanding;
import io.handsel.security.Actor;
import io.handsel.security.Role;
import io.handsel.security.SignedIn;
import java.io.UnsupportedEncodingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages of distributors and resellers, and what they add to those of others. */
@DisputeTest
class DistributionPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    BeanFactory beans;

    @Autowired
    DealFixtures deals;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private DistributionFixtures fixtures;

    @BeforeEach
    void monday_10_in_berlin() {
        clock.moveTo(MovableClock.START);
        fixtures = DistributionFixtures.in(beans);
    }

    @Test
    void the_navigation_leads_there_whom_it_concerns() throws Exception {
        var distributor = fixtures.distributor();
        var reseller = fixtures.reseller();
        fixtures.invited(distributor, reseller);

        assertThat(ways(distributor.sales())).contains("/resellers").doesNotContain("/distributors");
        assertThat(ways(reseller.sales())).contains("/distributors").doesNotContain("/resellers");
        assertThat(ways(fixtures.reseller().admin())).doesNotContain("/distributors", "/resellers");
        assertThat(open("/resellers", reseller.admin())).hasStatus(404);
        assertThat(send("/resellers", reseller.admin(), Map.of("address", "x.example", "sentence", "Hello.")))
                .hasStatus(404);
        assertThat(open("/distributors", fixtures.reseller().admin()))
                .hasStatusOk()
                .bodyText()
                .contains("No distributor");
    }

    private List<String> ways(Actor actor) throws Exception {
        return html(open("/home", actor)).select("nav a").eachAttr("href");
    }

    @TestFactory
    Stream<DynamicTest> whoever_lacks_the_role_does_not_even_reach_it() {
        var link = LinkId.create();
        var nobodyElse = List.of(Role.PARTNER_SALES, Role.PARTNER_MARKETING, Role.PARTNER_FINANCE);
        var noSeller = List.of(Role.PARTNER_MARKETING, Role.PARTNER_FINANCE);
        Map<String, List<Role>> refused = new LinkedHashMap<>();
        refused.put("POST /resellers", nobodyElse);
        refused.put("POST /resellers/" + link + "/withdraw", nobodyElse);
        refused.put("POST /resellers/" + link + "/end", nobodyElse);
        refused.put("GET /resellers/" + link + "/export", noSeller);
        refused.put("POST /distributors/" + link + "/accept", nobodyElse);
        refused.put("POST /distributors/" + link + "/reject", nobodyElse);
        refused.put("POST /distributors/" + link + "/share", nobodyElse);
        refused.put("POST /distributors/" + link + "/end", nobodyElse);
        refused.put("POST /deals/" + DealId.create() + "/distributor", noSeller);
        for (var page : List.of("GET /resellers", "GET /resellers/" + link, "GET /distributors")) {
            refused.put(page, List.of(Role.MANAGER, Role.OPERATOR));
        }
        return refused.entrySet().stream()
                .flatMap(route -> route.getValue().stream()
                        .map(role -> DynamicTest.dynamicTest(
                                route.getKey().replace(link.toString(), "…") + " " + role, () -> {
                                    var call = route.getKey().split(" ");
                                    assertThat(mvc.method(HttpMethod.valueOf(call[0]))
                                                    .uri(call[1])
                                                    .with(SignedIn.with(role))
                                                    .with(SecurityMockMvcRequestPostProcessors.csrf()))
                                            .hasStatus(403);
                                })));
    }

    @Test
    void nobody_but_administrators_sees_what_can_be_done() throws Exception {
        var distributor = fixtures.distributor();
        var reseller = fixtures.reseller();
        fixtures.linked(distributor, reseller);
        fixtures.invited(distributor, fixtures.reseller());
        fixtures.invited(fixtures.distributor(), reseller);

        assertThat(actions("/resellers", distributor.admin())).containsOnly("resellers", "withdraw", "end");
        assertThat(actions("/resellers", distributor.sales())).isEmpty();
        assertThat(actions("/distributors", reseller.admin())).containsOnly("accept", "reject", "share", "end");
        assertThat(actions("/distributors", reseller.sales())).isEmpty();
    }

    private List<String> actions(String page, Actor actor) throws Exception {
        return html(open(page, actor)).select("main form").eachAttr("action").stream()
                .map(action -> action.substring(action.lastIndexOf('/') + 1))
                .toList();
    }

    @Test
    void a_distributor_invites_and_what_is_wrong_is_said_at_the_field() throws Exception {
        var distributor = fixtures.distributor();

        assertThat(html(open("/resellers", distributor.admin())).text())
                .contains("No reseller yet", "We do not say whether a company is a partner here.");
        assertThat(html(open("/resellers", distributor.sales())).select("form[action=/resellers]"))
                .isEmpty();
        var wrong = send("/resellers", distributor.admin(), Map.of("address", "no domain", "sentence", "Hello there."));
        assertThat(wrong).hasStatus(422).bodyText().contains("Please give a domain", "Hello there.");
        assertThat(send("/resellers", distributor.admin(), Map.of("address", "some.example", "sentence", "Hello.")))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .isEqualTo("/resellers?said=distribution.said.invited");
        var page = html(open("/resellers?said=distribution.said.invited", distributor.admin()));
        assertThat(page.text())
                .contains(
                        "Your invitation is on its way.",
                        "some.example",
                        "Waits for an answer",
                        "open until 16 Mar 2026",
                        "Take back");
        var form = page.select("form[action$=/withdraw]").attr("action");
        assertThat(send(form, distributor.sales(), Map.of())).hasStatus(403);
        assertThat(send(form, distributor.admin(), Map.of()))
                .redirectedUrl()
                .isEqualTo("/resellers?said=distribution.said.withdrawn");
        assertThat(send(form, distributor.admin(), Map.of()))
                .redirectedUrl()
                .isEqualTo("/resellers?said=distribution.said.ANSWERED_MEANWHILE");
    }

    @Test
    void a_reseller_accepts_says_what_it_shares_and_ends_it() throws Exception {
        var distributor = fixtures.distributor();
        var reseller = fixtures.reseller();
        var deal = fixtures.deal(reseller);
        var link = fixtures.invited(distributor, reseller);
        var name = distributor.partner().name();

        assertThat(html(open("/home", reseller.admin())).text()).contains("Distributors invite you", name);
        assertThat(html(open("/home", reseller.sales())).text()).doesNotContain("Distributors invite you");
        assertThat(html(open("/distributors", reseller.sales())).select("#waiting form"))
                .isEmpty();
        var invitation = html(open("/distributors", reseller.admin())).select("#waiting");
        assertThat(invitation.text()).contains(name, "We deliver to you.", "All deals");
        assertThat(invitation.select("input[checked]"))
                .as("nothing is shared by default")
                .isEmpty();
        assertThat(send("/distributors/" + link + "/accept", reseller.sales(), Map.of("shared", "DEALS")))
                .hasStatus(403);
        assertThat(mvc.post()
                        .uri("/distributors/" + link + "/accept")
                        .param("shared", "CONTACTS", "DEALS", "PASSWORDS")
                        .with(SignedIn.as(reseller.admin()))
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .exchange())
                .redirectedUrl()
                .isEqualTo("/distributors?said=distribution.said.accepted");
        assertThat(html(open("/home", reseller.admin())).text()).doesNotContain("Distributors invite you");
        assertThat(html(open("/distributors", reseller.admin()))
                        .select("#linked")
                        .text())
                .contains(name, "linked since 2 Mar 2026", "Shared: People, All deals");

        var number = jdbc.sql("select deal_number from deal where id = ?")
                .param(deal.id())
                .query(String.class)
                .single();
        var page = html(open("/resellers/" + link, distributor.sales()));
        assertThat(page.select("main").text())
                .contains(
                        reseller.partner().name(),
                        number,
                        "30,000.00",
                        reseller.sales().name())
                .doesNotContain("Certificates");
        assertThat(page.select("main form")).as("sales people end nothing").isEmpty();
        assertThat(open("/resellers/" + link + "/export", distributor.sales()))
                .hasStatusOk()
                .bodyText()
                .contains("protected until", number);
        assertThat(open("/deals/" + deal, distributor.sales())).hasStatus(404);
        var marketing = fixtures.person(distributor.partner(), Role.PARTNER_MARKETING);
        assertThat(html(open("/resellers/" + link, marketing)).text()).doesNotContain(number);
        assertThat(open("/resellers/" + link + "/export", marketing)).hasStatus(403);

        assertThat(send("/distributors/" + link + "/share", reseller.admin(), Map.of("shared", "CERTIFICATES")))
                .redirectedUrl()
                .isEqualTo("/distributors?said=distribution.said.shared");
        assertThat(html(open("/resellers/" + link, distributor.sales()))
                        .select("main")
                        .text())
                .contains("Certificates", "None at present.")
                .doesNotContain(number, reseller.sales().name());
        assertThat(send("/distributors/" + link + "/end", reseller.admin(), Map.of("reason", "We buy elsewhere.")))
                .redirectedUrl()
                .isEqualTo("/distributors?said=distribution.said.ended");
        assertThat(open("/resellers/" + link, distributor.sales())).hasStatus(404);
        assertThat(open("/resellers/" + link + "/export", distributor.sales())).hasStatus(404);
        assertThat(html(open("/resellers", distributor.sales())).text()).contains("We buy elsewhere.", "Ended");
        assertThat(html(open("/distributors", reseller.sales())).select("#over").text())
                .contains(name, "Ended");
    }

    @Test
    void a_reseller_says_no() throws Exception {
        var distributor = fixtures.distributor();
        var reseller = fixtures.reseller();
        var link = fixtures.invited(distributor, reseller);

        assertThat(send("/distributors/" + link + "/reject", reseller.admin(), Map.of()))
                .redirectedUrl()
                .isEqualTo("/distributors?said=distribution.said.rejected");

        assertThat(html(open("/resellers", distributor.admin())).text())
                .contains("Declined", reseller.domain())
                .doesNotContain(reseller.partner().name());
        assertThat(send("/distributors/" + link + "/accept", reseller.admin(), Map.of()))
                .redirectedUrl()
                .isEqualTo("/distributors?said=distribution.said.ANSWERED_MEANWHILE");
    }

    @Test
    void a_deal_says_through_whom_it_is_bought_to_its_partner_and_to_whoever_decides_it() throws Exception {
        var distributor = fixtures.distributor();
        var reseller = fixtures.reseller();
        var deal = "/deals/" + fixtures.deal(reseller);
        assertThat(html(open(deal, reseller.sales())).select("#bought")).isEmpty();
        var link = fixtures.linked(distributor, reseller);

        assertThat(html(open(deal, reseller.sales())).select("#bought").text())
                .contains(
                        "Directly, without a distributor", distributor.partner().name());
        assertThat(send(deal + "/distributor", reseller.sales(), Map.of("through", link.toString())))
                .redirectedUrl()
                .isEqualTo(deal + "?said=distribution.said.boughtThrough");
        assertThat(html(open(deal, reseller.sales()))
                        .select("#bought option[selected]")
                        .text())
                .isEqualTo(distributor.partner().name());
        var marketing = fixtures.person(reseller.partner(), Role.PARTNER_MARKETING);
        assertThat(html(open(deal, marketing)).select("#bought").text())
                .contains(distributor.partner().name());
        assertThat(html(open(deal, marketing)).select("#bought form")).isEmpty();
        var manager = deals.actor(reseller.partner().manager());
        var task = jdbc.sql("select task_id from task_entry where case_key = ?")
                .param(deal.substring("/deals/".length()))
                .query(String.class)
                .single();
        assertThat(html(open("/tasks/" + task, manager)).text())
                .contains("Bought through " + distributor.partner().name());

        assertThat(send(deal + "/distributor", reseller.sales(), Map.of("through", "")))
                .redirectedUrl()
                .isEqualTo(deal + "?said=distribution.said.boughtDirectly");
        assertThat(html(open("/tasks/" + task, manager)).text())
                .doesNotContain("Bought through " + distributor.partner().name());
    }

    @Test
    void what_was_refused_is_asked_anew_and_not_answered_from_memory() throws Exception {
        var distributor = fixtures.distributor();
        var reseller = fixtures.reseller();
        var link = fixtures.invited(distributor, reseller);
        var page = "/distributors?said=distribution.said.";
        var early = onPage("/distributors", "accept", reseller.admin());
        fixtures.become(distributor, PartnerStanding.SUSPENDED);
        assertThat(send("/distributors/" + link + "/accept", reseller.admin(), early))
                .redirectedUrl()
                .isEqualTo(page + "NOT_POSSIBLE");
        fixtures.become(distributor, PartnerStanding.ACTIVE);
        assertThat(send(
                        "/distributors/" + link + "/accept",
                        reseller.admin(),
                        onPage("/distributors", "accept", reseller.admin())))
                .redirectedUrl()
                .isEqualTo(page + "accepted");

        var wordy = onPage("/distributors", "end", reseller.admin());
        wordy.put("reason", "x".repeat(501));
        assertThat(send("/distributors/" + link + "/end", reseller.admin(), wordy))
                .redirectedUrl()
                .isEqualTo(page + "TOO_LONG");
        var shorter = onPage("/distributors", "end", reseller.admin());
        // 500 characters as the field counts them, which the browser sends with two for the end of a line.
        shorter.put("reason", "a\r\n".repeat(249) + "bc");
        assertThat(send("/distributors/" + link + "/end", reseller.admin(), shorter))
                .redirectedUrl()
                .isEqualTo(page + "ended");
    }

    /** The hidden fields of the form that does this, as the page shows it now. */
    private Map<String, String> onPage(String page, String act, Actor actor) throws Exception {
        return html(open(page, actor)).select("form[action$=/" + act + "] input[type=hidden]").stream()
                .collect(Collectors.toMap(field -> field.attr("name"), Element::val));
    }

    @Test
    void the_record_of_a_partner_shows_its_links_to_the_vendors_people() throws Exception {
        var distributor = fixtures.distributor();
        var reseller = fixtures.reseller();
        fixtures.linked(distributor, reseller, SharedPart.DEALS);

        assertThat(record(distributor))
                .contains("Resellers it has invited", reseller.partner().name(), "In force");
        assertThat(record(reseller))
                .contains("Distributors", distributor.partner().name(), "In force");
        assertThat(mvc.get().uri("/partners/" + distributor.partner().id()).with(SignedIn.with(Role.FINANCE)))
                .hasStatusOk()
                .bodyText()
                .contains(distributor.partner().name())
                .doesNotContain(reseller.partner().name());
        assertThat(html(open("/partner", distributor.admin())).text())
                .doesNotContain(reseller.partner().name());
    }

    private String record(Company company) throws Exception {
        return html(open(
                        "/partners/" + company.partner().id(),
                        deals.actor(company.partner().manager())))
                .text();
    }

    private MvcTestResult open(String address, Actor actor) {
        return mvc.get().uri(address).with(SignedIn.as(actor)).exchange();
    }

    private MvcTestResult send(String address, Actor actor, Map<String, String> fields) {
        var request = mvc.post().uri(address);
        fields.forEach(request::param);
        return request.with(SignedIn.as(actor))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    private static Document html(MvcTestResult answer) throws UnsupportedEncodingException {
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}

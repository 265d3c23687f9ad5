package io.handsel.deals.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.handsel.MovableClock;
import io.handsel.deals.DealFixtures;
import io.handsel.deals.DealId;
import io.handsel.deals.DealNotice;
import io.handsel.deals.DealNotices;
import io.handsel.engine.DueJobs;
import io.handsel.partner.PartnerView;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A colleague's deal: one click asks for it, one answers. */
@DealPagesTest
class DealColleaguesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DealFixtures fixtures;

    @Autowired
    People people;

    @Autowired
    DealNotices notices;

    @Autowired
    DueJobs jobs;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    Actor ann;
    Actor cleo;
    Actor stranger;
    DealId deal;
    String customer;

    @BeforeEach
    void ann_has_a_deal_cleo_wants() {
        clock.moveTo(MovableClock.START);
        PartnerView partner = fixtures.partner();
        ann = fixtures.sales(partner);
        cleo = fixtures.sales(partner);
        stranger = fixtures.sales(fixtures.partner());
        var wish = DealFixtures.aDeal().deal();
        customer = wish.customer();
        deal = fixtures.register(ann, wish);
        jobs.run();
    }

    @Test
    void two_clicks_move_a_deal_to_a_colleague() {
        press(check(cleo), "TAKE_OVER", cleo);
        assertThat(mails(ann)).anyMatch(subject -> subject.contains("asks to take " + customer + " over"));
        var home = html(get("/home", ann));
        assertThat(home.select(".card form[action*=colleagues]").parents().text())
                .contains(customer);

        answer(home, "true", ann);

        assertThat(mine(cleo)).contains(customer);
        assertThat(mine(ann)).doesNotContain(customer);
        assertThat(html(get("/deals/" + deal, ann)).text()).contains("A colleague of yours took it over");
        assertThat(check(cleo).select("#answer .status").text()).isEqualTo("Yours");
    }

    @Test
    void whoever_joins_has_the_deal_among_their_own_and_gets_its_mails() {
        press(check(cleo), "JOIN", cleo);
        answer(html(get("/accounts/colleagues", ann)), "true", ann);

        assertThat(mine(cleo)).contains(customer);
        assertThat(mine(ann)).contains(customer);
        notices.toPartner(deal, DealNotice.UPDATE_DUE, "now");
        assertThat(mails(cleo)).last().isEqualTo(mails(ann).get(mails(ann).size() - 1));
        assertThat(html(get("/deals/" + deal, cleo)).select("dl.facts").text())
                .contains(ann.name() + ", " + cleo.name());
    }

    @Test
    void nobody_of_another_partner_can_ask_or_answer() {
        var asked = check(cleo).select("#answer form[action*=colleagues]").attr("action");
        assertThat(post(asked, "wish", "TAKE_OVER", stranger)).hasStatus(HttpStatus.NOT_FOUND);
        press(check(cleo), "TAKE_OVER", cleo);
        var path = html(get("/home", ann)).select("form[action*=colleagues]").attr("action");

        assertThat(post(path, "agree", "true", stranger)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(html(get("/home", stranger)).select("form[action*=colleagues]"))
                .isEmpty();
        assertThat(mine(ann)).contains(customer);
    }

    @Test
    void inside_the_registration_the_buttons_send_the_form_beside_it() {
        var answer = Jsoup.parse(text(mvc.get()
                .uri("/accounts/check")
                .param("customer", customer)
                .header("HX-Request", "true")
                .header("HX-Target", "f-account-check")
                .with(SignedIn.as(cleo))
                .exchange()));
        var page = html(get("/deals/new", cleo));

        assertThat(answer.select("button[formaction*=colleagues]")).hasSize(2);
        var form = answer.select("button[formaction*=colleagues]").attr("form");
        assertThat(page.select("form#" + form + "[method=post]")).hasSize(1);
        assertThat(page.select("form form")).isEmpty();
    }

    private Document check(Actor by) {
        return html(mvc.get()
                .uri("/accounts/check")
                .param("name", customer)
                .with(SignedIn.as(by))
                .exchange());
    }

    private void press(Document page, String wish, Actor by) {
        var form = page.select("#answer form[action*=colleagues]");
        assertThat(form.select("button").eachAttr("value")).containsExactly("JOIN", "TAKE_OVER");
        assertThat(post(form.attr("action"), "wish", wish, by))
                .redirectedUrl()
                .isEqualTo("/accounts/colleagues?said=accounts.said.colleague.WAITING");
    }

    private void answer(Document page, String agree, Actor by) {
        assertThat(post(page.select("form[action*=colleagues]").attr("action"), "agree", agree, by))
                .redirectedUrl()
                .isEqualTo("/accounts/colleagues?said=accounts.said.colleague.ACCEPTED");
    }

    private String mine(Actor by) {
        return html(get("/deals?whose=mine", by)).select("main").text();
    }

    private List<String> mails(Actor to) {
        return jdbc.sql("select subject from outbox_mail where recipient = ? order by position")
                .param(people.get(to.person()).email().address())
                .query(String.class)
                .list();
    }

    private MvcTestResult get(String path, Actor by) {
        return mvc.get().uri(path).with(SignedIn.as(by)).exchange();
    }

    private MvcTestResult post(String path, String field, String value, Actor by) {
        return mvc.post()
                .uri(path)
                .param(field, value)
                .with(csrf())
                .with(SignedIn.as(by))
                .exchange();
    }

    private static Document html(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        return Jsoup.parse(text(result));
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}

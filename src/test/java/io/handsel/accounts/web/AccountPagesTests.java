package io.handsel.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.handsel.MovableClock;
import io.handsel.accounts.AccountFixtures;
import io.handsel.accounts.AccountOutcome.Registered;
import io.handsel.accounts.AccountQuestion;
import io.handsel.accounts.AccountRegister;
import io.handsel.accounts.AccountReservations;
import io.handsel.accounts.AccountView;
import io.handsel.accounts.ClaimOutcome.Granted;
import io.handsel.accounts.NewAccount;
import io.handsel.security.Actor;
import io.handsel.security.SignedIn;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("test")
@Import({MovableClock.class, AccountFixtures.class})
class AccountPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccountFixtures fixtures;

    @Autowired
    AccountReservations reservations;

    @Autowired
    AccountRegister register;

    Actor ann;
    Actor bob;
    Actor cleo;
    Actor manager;

    @BeforeEach
    void three_partners_and_a_manager() {
        ann = fixtures.salesOfNewPartner("Northwind Traders");
        bob = fixtures.salesOfNewPartner("Contoso Consulting of Great Length");
        cleo = fixtures.salesOfNewPartner("Fabrikam");
        manager = fixtures.manager();
    }

    @Test
    void a_free_customer_is_reserved_with_one_click_and_given_back() {
        var name = unknown();
        var page = html(get("/accounts/check?name=" + name, ann));
        assertThat(page.select("#answer .status").text()).isEqualTo("Free");
        assertThat(page.select("#answer a.primary").attr("href")).isEqualTo("/deals/new?customer=" + name);

        var reserved = mvc.post()
                .uri("/accounts/reserve")
                .param("name", page.select("#answer input[name=name]").attr("value"))
                .with(csrf())
                .with(SignedIn.as(ann))
                .exchange();
        assertThat(reserved).redirectedUrl().isEqualTo("/accounts/reservations?said=accounts.said.reserved");

        var list = html(get("/accounts/reservations", ann));
        assertThat(list.select("tbody tr").text()).contains(name).contains("Open");
        assertThat(html(get("/home", ann)).select(".card").text()).contains(name);
        assertThat(html(get("/accounts/reservations", bob)).text()).doesNotContain(name);

        var release = list.select("tbody form").attr("action");
        assertThat(post(release, bob)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(release, ann)).hasStatus(HttpStatus.FOUND);
        assertThat(html(get("/accounts/check?name=" + name, bob))
                        .select("#answer .status")
                        .text())
                .isEqualTo("Free");
    }

    @Test
    void while_typing_only_the_answer_comes() {
        var answer = mvc.get()
                .uri("/accounts/check?q=" + unknown())
                .header("HX-Request", "true")
                .header("HX-Target", "answer")
                .with(SignedIn.as(ann))
                .exchange();

        assertThat(text(answer)).doesNotContain("<html").contains("id=\"answer\"");
    }

    @Test
    void inside_another_form_the_answer_brings_no_form() {
        var answer = mvc.get()
                .uri("/accounts/check?customer=" + unknown())
                .header("HX-Request", "true")
                .header("HX-Target", "f-account-check")
                .with(SignedIn.as(ann))
                .exchange();

        assertThat(text(answer)).contains("Free").doesNotContain("<form");
    }

    @Test
    void the_answer_is_the_same_byte_for_byte_whoever_has_the_customer() {
        var first = reserved(ann);
        var second = reserved(bob);

        for (var path : List.of("/accounts/check?name=%s", "/accounts/check?name=%s&country=DE")) {
            var about = get(path.formatted(first), cleo);
            var other = get(path.formatted(second), cleo);
            assertThat(without(about, first)).isEqualTo(without(other, second));
        }
        var refused = reserve(first, cleo);
        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(without(refused, first)).isEqualTo(without(reserve(second, cleo), second));
        assertThat(text(refused)).contains("reserved this customer");
    }

    @Test
    void no_page_of_a_partner_names_another_partner_its_people_or_its_words() {
        var unique = unknown();
        reservations.reserve(ann, AccountQuestion.about("Secret Project " + unique, unique + ".com", "DE"));

        for (var path : List.of(
                "/accounts/check?domain=" + unique + ".com",
                "/accounts/check?q=" + unique + ".com",
                "/accounts/check?name=Secret+Project+" + unique + "&country=DE",
                "/accounts/reservations",
                "/home")) {
            assertThat(text(get(path, bob)))
                    .as(path)
                    .doesNotContain("Northwind")
                    .doesNotContain(ann.name())
                    .doesNotContain(ann.organisation().toString());
        }
        assertThat(text(get("/accounts/check?domain=" + unique + ".com", bob))).doesNotContain("Secret Project");
    }

    @Test
    void reserved_and_free_are_of_one_size_class() {
        var taken = reserved(ann);

        var reserved = text(get("/accounts/check?name=" + taken, bob)).length();
        var free = text(get("/accounts/check?name=" + unknown(), bob)).length();

        assertThat(free / 2048).isBetween(reserved / 2048 - 1, reserved / 2048 + 1);
    }

    @Test
    void staff_find_an_account_see_its_claims_and_lay_down_who_sells_there() {
        var name = reserved(ann);
        var list = html(get("/accounts?text=" + name.substring(0, 20) + "&claimed=true", manager));
        assertThat(list.select("tbody tr")).hasSize(1);
        var path = list.select("tbody a").attr("href");

        var page = html(get(path, manager));
        assertThat(page.select("h1").text()).isEqualTo(name);
        assertThat(page.text())
                .contains("Northwind Traders")
                .contains(ann.name())
                .contains("Reservation");

        assertThat(mvc.post()
                        .uri(path + "/designation")
                        .param("designation", "HOUSE")
                        .param("from", "2026-03-01")
                        .param("helpPaid", "3 % of the order")
                        .with(csrf())
                        .with(SignedIn.as(manager)))
                .hasStatus(HttpStatus.FOUND);
        assertThat(html(get("/accounts/check?name=" + name, bob))
                        .select("#answer")
                        .text())
                .contains("House account")
                .contains("3 % of the order");
        // An existing claim is never cut short.
        assertThat(html(get("/accounts/check?name=" + name, ann))
                        .select("#answer .status")
                        .text())
                .isEqualTo("Yours");
    }

    @Test
    void a_designation_without_its_partner_or_start_comes_back_with_a_sentence() {
        var account = account("Wrongly designated");

        var answer = mvc.post()
                .uri("/accounts/" + account.id() + "/designation")
                .param("designation", "ASSIGNED")
                .param("from", "2026-03-01")
                .param("reason", "kept")
                .with(csrf())
                .with(SignedIn.as(manager))
                .exchange();

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(html(answer).select(".problems").text()).contains("choose the partner");
        assertThat(html(answer).select("#reason").attr("value")).isEqualTo("kept");
    }

    @Test
    void an_account_that_is_not_there_is_not_found() {
        assertThat(get("/accounts/" + UUID.randomUUID(), manager)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/accounts/guessed", manager)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void the_list_goes_on_from_its_last_row() {
        for (int number = 0; number < 60; number++) {
            account("Paging %02d".formatted(number));
        }

        var first = html(get("/accounts?text=paging", manager));
        var next = html(get(first.select("a[rel=next]").attr("href"), manager));

        assertThat(first.select("tbody tr")).hasSize(50);
        assertThat(next.select("tbody tr")).hasSize(10);
        assertThat(next.select("tbody tr").first().text()).contains("Paging 50");
    }

    @Test
    void an_export_holds_no_formula() {
        account("=cmd|' /C calc'!A0 spread");

        var csv = text(get("/accounts/export", manager));

        assertThat(csv)
                .startsWith("\uFEFFid,name,")
                .contains("'=cmd|")
                .doesNotContain(",=cmd")
                .doesNotContain("\"=cmd");
    }

    private AccountView account(String name) {
        return ((Registered) register.register(manager, NewAccount.company(name, null, null, null))).account();
    }

    private String reserved(Actor actor) {
        var name = unknown();
        assertThat(reservations.reserve(actor, AccountQuestion.about(name, null, null)))
                .isInstanceOf(Granted.class);
        return name;
    }

    private static String unknown() {
        return "Customer-" + UUID.randomUUID();
    }

    private MvcTestResult get(String path, Actor actor) {
        return mvc.get().uri(path).with(SignedIn.as(actor)).exchange();
    }

    private MvcTestResult post(String path, Actor actor) {
        return mvc.post().uri(path).with(csrf()).with(SignedIn.as(actor)).exchange();
    }

    private MvcTestResult reserve(String name, Actor actor) {
        return mvc.post()
                .uri("/accounts/reserve")
                .param("name", name)
                .with(csrf())
                .with(SignedIn.as(actor))
                .exchange();
    }

    /** The body without what differs by itself: what was asked, and the keys of forms. */
    private static String without(MvcTestResult result, String asked) {
        return text(result)
                .replace(asked, "ASKED")
                .replaceAll("(name=\"(_once|_csrf)\" value=\")[^\"]*", "$1")
                .replaceAll("(name=\"csrf\" content=\")[^\"]*", "$1");
    }

    private static Document html(MvcTestResult result) {
        return Jsoup.parse(text(result));
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

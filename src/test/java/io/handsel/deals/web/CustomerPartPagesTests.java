package io.handsel.deals.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.handsel.MovableClock;
import io.handsel.accounts.AccountClaims;
import io.handsel.accounts.AccountFixtures;
import io.handsel.accounts.AccountId;
import io.handsel.accounts.AccountKind;
import io.handsel.accounts.AccountOutcome.Registered;
import io.handsel.accounts.AccountRegister;
import io.handsel.deals.DealDossiers;
import io.handsel.deals.DealFixtures;
import io.handsel.deals.DealId;
import io.handsel.engine.DueJobs;
import io.handsel.security.Actor;
import io.handsel.security.Role;
import io.handsel.security.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A customer with several parts: one question more, on the check page and in the registration, and none elsewhere. */
@DealPagesTest
class CustomerPartPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DealFixtures fixtures;

    @Autowired
    AccountRegister register;

    @Autowired
    AccountClaims claims;

    @Autowired
    DealDossiers dossiers;

    @Autowired
    DueJobs jobs;

    @Autowired
    MovableClock clock;

    Actor ann;
    String word;
    AccountId company;

    @BeforeEach
    void a_company_with_a_site() {
        clock.moveTo(MovableClock.START);
        ann = fixtures.sales(fixtures.partner());
        word = "q" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        company = account(null, AccountKind.LEGAL_ENTITY, word + " GmbH", word + ".de");
        account(company, AccountKind.SITE, "Hamburg works", null);
    }

    @Test
    void the_check_page_asks_for_the_part_beside_the_answer_and_carries_it_on() {
        var page = html(get("/accounts/check?domain=" + word + ".de"));
        assertThat(page.select("#answer input[name=part]").eachAttr("value"))
                .containsExactly("GROUP", "COMPANY", "SITE", "DEPARTMENT");
        assertThat(page.select("#answer input[name=part]").attr("form"))
                .isEqualTo(page.select("form[method=get]").attr("id"));

        var site = html(get("/accounts/check?domain=" + word + ".de&part=SITE&partName=Munich"));
        assertThat(site.select("#answer input[name=partName]").attr("value")).isEqualTo("Munich");
        assertThat(site.select("#answer form[action*=reserve] input[name=part]").attr("value"))
                .isEqualTo("SITE");
        assertThat(site.select("#answer a.primary").attr("href"))
                .isEqualTo("/deals/new?website=" + word + ".de&part=site&partName=Munich");
    }

    @Test
    void a_customer_of_one_part_is_not_asked_about() {
        assertThat(html(get("/accounts/check?name=" + UUID.randomUUID())).select("input[name=part]"))
                .isEmpty();
        assertThat(html(get("/deals/new")).select("[name=part]")).isEmpty();
    }

    @Test
    void the_answer_beside_the_registration_lets_its_form_ask() {
        var answer = mvc.get()
                .uri("/accounts/check")
                .param("customer", word + " GmbH")
                .param("website", word + ".de")
                .header("HX-Request", "true")
                .header("HX-Target", "f-account-check")
                .with(SignedIn.as(ann))
                .exchange();
        assertThat(answer).hasHeader("HX-Trigger", "parts");

        var redrawn = html(post("/deals/new/draft", registration()));
        assertThat(redrawn.select("input[name=part]")).hasSize(4);
        assertThat(redrawn.select("[name=partName]")).isEmpty();
        var chosen = registration();
        chosen.put("part", "site");
        chosen.put("_draft", redrawn.select("[name=_draft]").attr("value"));
        assertThat(html(post("/deals/new/draft", chosen)).select("input[name=partName]"))
                .hasSize(1);
        // What was chosen is part of the draft.
        assertThat(html(get("/deals/new")).select("input[name=part][checked]").attr("value"))
                .isEqualTo("site");
    }

    @Test
    void without_a_script_the_registration_comes_back_and_asks() {
        var asked = post("/deals/new", registration());
        assertThat(asked).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Jsoup.parse(text(asked)).select(".problems a").attr("href")).isEqualTo("#f-part");

        var answered = registration();
        answered.put("part", "site");
        assertThat(post("/deals/new", answered)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        answered.put("partName", "Munich");
        var sent = post("/deals/new", answered);

        assertThat(sent).hasStatus(HttpStatus.FOUND);
        var deal = DealId.parse(sent.getResponse()
                .getRedirectedUrl()
                .replaceFirst("/deals/", "")
                .replaceFirst("\\?.*", ""));
        assertThat(html(get("/deals/" + deal)).select("dl.facts").text()).contains("One site: Munich");
        jobs.run();
        var held = register.get(claims.claimOf(deal.id()).orElseThrow().account());
        assertThat(held.parent()).isEqualTo(company);
        assertThat(held.name()).isEqualTo(word + " GmbH, Munich");
        assertThat(dossiers.find(deal)
                        .orElseThrow()
                        .deal()
                        .registration()
                        .wantedPart()
                        .name())
                .isEqualTo("Munich");
    }

    private Map<String, String> registration() {
        return new LinkedHashMap<>(Map.ofEntries(
                Map.entry("customer", word + " GmbH"),
                Map.entry("website", word + ".de"),
                Map.entry("country", "DE"),
                Map.entry("country:shown", "1"),
                Map.entry("part:shown", "1"),
                Map.entry("contactName", "Conny Contact"),
                Map.entry("contactEmail", "conny@" + word + ".de"),
                Map.entry("products", "security"),
                Map.entry("amount", "30000"),
                Map.entry("currency", "EUR"),
                Map.entry("expectedClose:date", "2026-08-31"),
                Map.entry("need", "A firewall for the head office and two branches"),
                Map.entry("source", "own-research")));
    }

    private AccountId account(@Nullable AccountId parent, AccountKind kind, String name, @Nullable String domain) {
        var wanted = AccountFixtures.wanted(parent, kind, name, domain);
        return ((Registered) register.register(fixtures.vendor(Role.MANAGER), wanted))
                .account()
                .id();
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(SignedIn.as(ann)).exchange();
    }

    private MvcTestResult post(String path, Map<String, String> fields) {
        var request = mvc.post().uri(path).with(csrf()).with(SignedIn.as(ann));
        fields.forEach(request::param);
        return request.exchange();
    }

    private static Document html(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        return Jsoup.parse(text(result));
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}

package io.handsel.accounts.web;

import static io.handsel.partner.PartnerFixtures.aPartner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.handsel.CompanyNames;
import io.handsel.MovableClock;
import io.handsel.accounts.AccountClaims;
import io.handsel.accounts.AccountId;
import io.handsel.accounts.AccountKind;
import io.handsel.accounts.AccountOutcome.Registered;
import io.handsel.accounts.AccountQuestion;
import io.handsel.accounts.AccountRegister;
import io.handsel.accounts.AccountReservations;
import io.handsel.accounts.AccountView;
import io.handsel.accounts.ClaimOutcome.Granted;
import io.handsel.accounts.ClaimView;
import io.handsel.accounts.NewAccount;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.PersonFixtures;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.security.SignedIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("test")
@Import(MovableClock.class)
class AccountTreePagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccountRegister register;

    @Autowired
    AccountClaims claims;

    @Autowired
    AccountReservations reservations;

    @Autowired
    Partners partners;

    @Autowired
    People people;

    @Autowired
    MovableClock clock;

    private PersonView manager;
    private String mark;

    @BeforeEach
    void a_manager() {
        manager = people.register(PersonFixtures.someone(Role.MANAGER));
        mark = CompanyNames.mark();
    }

    @Test
    void an_account_is_moved_after_a_look_at_what_would_happen() throws Exception {
        var holding = account("Holding " + mark, null);
        var company = account("Company " + mark, null);
        var site = account("Site " + mark, company);
        var his = reserved("Northwind " + mark, holding);
        clock.advance(Duration.ofHours(1));
        var hers = reserved("Contoso " + mark, site);

        var search = read("/accounts/" + company.id() + "/move?text=Holding " + mark);
        var choice = search.select("#found a").attr("href");
        assertThat(choice).endsWith("/move?to=" + holding.id());
        var preview = read(choice);
        assertThat(preview.select("#preview").text())
                .contains("another place 2", "go along 1")
                .contains("Northwind " + mark + " keeps the customer exclusively; Contoso " + mark);

        assertThat(send(preview.select("main form[method=post]").first()))
                .redirectedUrl()
                .endsWith("/accounts/" + company.id() + "?said=accounts.said.moved");

        assertThat(register.get(site.id()).root()).isEqualTo(holding.id());
        assertThat(claims.claimOf(his.subject()).orElseThrow().exclusive()).isTrue();
        assertThat(claims.claimOf(hers.subject()).orElseThrow().exclusive()).isFalse();
        var page = read("/accounts/" + company.id());
        assertThat(page.select(".timeline").text())
                .contains("Moved " + manager.name(), "Below – → Holding " + mark, "Contested claims 1");
        assertThat(page.select("aside .plain").first().text())
                .contains("Holding " + mark + " 1 claim", "— Company " + mark, "— — Site " + mark + " 1 claim");
        assertThat(read("/accounts/" + site.id()).select(".timeline").text())
                .contains("Claim no longer exclusive", "Partner Contoso " + mark);
    }

    @Test
    void what_was_looked_at_before_something_changed_is_not_done() throws Exception {
        var holding = account("Holding " + mark, null);
        var company = account("Company " + mark, null);
        var preview = read("/accounts/" + company.id() + "/move?to=" + holding.id());
        reserved("Northwind " + mark, company);

        var answer = send(preview.select("main form[method=post]").first());

        assertThat(answer).hasStatus(422);
        var again = Jsoup.parse(answer.getResponse().getContentAsString());
        assertThat(again.select(".problems").text()).contains("Something has changed since you looked");
        assertThat(send(again.select("main form[method=post]").first())).hasStatus3xxRedirection();
    }

    @Test
    void a_part_leaves_its_tree_for_the_top() throws Exception {
        var holding = account("Holding " + mark, null);
        var company = account("Company " + mark, holding);

        var page = read("/accounts/" + company.id() + "/move");
        var preview = read(page.select("a[href$='to=top']").attr("href"));
        assertThat(send(preview.select("main form[method=post]").first())).hasStatus3xxRedirection();

        assertThat(register.get(company.id()).parent()).isNull();
        assertThat(read("/accounts/" + company.id() + "/move").select("a[href$='to=top']"))
                .isEmpty();
    }

    @Test
    void the_address_of_a_merged_account_leads_to_the_survivor_and_its_history_is_there() throws Exception {
        var survivor = account("Survivor " + mark, null);
        var merged = account("Merged " + mark, null);
        var preview = read("/accounts/" + merged.id() + "/merge?to=" + survivor.id());
        assertThat(send(preview.select("main form[method=post]").first()))
                .redirectedUrl()
                .endsWith("/accounts/" + survivor.id() + "?said=accounts.said.merged");

        assertThat(mvc.get().uri("/accounts/" + merged.id()).with(SignedIn.as(manager)))
                .hasRedirectedUrl("/accounts/" + survivor.id());
        assertThat(read("/accounts?text=Merged " + mark).select("tbody tr a").eachAttr("href"))
                .containsExactly("/accounts/" + survivor.id());
        var page = read("/accounts/" + survivor.id());
        assertThat(page.select(".facts").text()).contains("Former name Merged " + mark);
        assertThat(page.select(".timeline").text())
                .contains("Became part of another account", "Merged " + mark + " → Survivor " + mark)
                .contains("Name Merged " + mark);
    }

    @Test
    void what_is_marked_leaves_and_becomes_an_account_of_its_own() throws Exception {
        var survivor = account("Survivor " + mark, null);
        var merged = account("Merged, " + mark, null);
        account("Part " + mark, merged);
        send(read("/accounts/" + merged.id() + "/merge?to=" + survivor.id())
                .select("main form[method=post]")
                .first());

        var page = read("/accounts/" + survivor.id() + "/split");
        var marked = new ArrayList<String>(List.of("name=Merged, " + mark));
        for (var box : page.select("main input[type=checkbox]")) {
            marked.add(box.attr("name") + "=" + box.val());
        }
        assertThat(marked).contains("names=FORMER:Merged, " + mark);
        var preview = read("/accounts/" + survivor.id() + "/split?" + String.join("&", marked));
        assertThat(preview.select("#preview").text()).contains("another place 1");

        var answer = send(preview.select("main form[method=post]").first());

        assertThat(answer).redirectedUrl().endsWith("?said=accounts.said.split");
        var split = AccountId.parse(answer.getResponse().getRedirectedUrl().replaceAll(".*/|\\?.*", ""));
        assertThat(register.get(split).name()).isEqualTo("Merged, " + mark);
        assertThat(read("/accounts/" + split).select("aside .plain").first().text())
                .contains("Part " + mark);
        assertThat(read("/accounts/" + survivor.id()).select(".timeline").text())
                .contains("A part became an account of its own", "Accounts below it Part " + mark);
        assertThat(refused("/accounts/" + survivor.id() + "/split", Map.of("name", "More", "names", "FORMER:Never"))
                        .select(".problems")
                        .text())
                .contains("no longer here");
    }

    @Test
    void names_of_every_kind_are_added_and_taken_away() throws Exception {
        var account = account("Hafenwerk " + mark, null);
        var names = "/accounts/" + account.id() + "/names";
        for (var name : List.of("TRADING:Hafen, " + mark, "LOCAL:Гавань " + mark, "ACRONYM:HW" + mark)) {
            var form = read(names).select("main form[action$='/names']").first();
            form.select("[name=name]").val(name.split(":")[1]);
            form.select("option").removeAttr("selected");
            form.select("option[value=" + name.split(":")[0] + "]").attr("selected", "");
            assertThat(send(form)).hasStatus3xxRedirection();
        }
        assertThat(read("/accounts/" + account.id()).select(".facts").text())
                .contains(
                        "Trading name Hafen, " + mark, "Name in the local script Гавань " + mark, "Acronym HW" + mark);
        assertThat(read("/accounts?text=HW" + mark).select("tbody tr")).hasSize(1);

        var page = read(names);
        var remove = page.select("main form[action$='/remove']:has([value='HW" + mark + "'])")
                .first();
        assertThat(send(remove)).hasStatus3xxRedirection();
        assertThat(read("/accounts?text=HW" + mark).select("tbody tr")).isEmpty();
        assertThat(read("/accounts/" + account.id()).select(".timeline").text())
                .contains("Found by one more name", "No longer found by a name", "Kind of name Acronym");

        var version = read(names).select("[name=version]").val();
        for (var wrong : List.of(
                Map.of("name", "Hafen, " + mark, "version", version),
                Map.of("name", " ", "version", version),
                Map.of("name", "x".repeat(201), "version", version),
                Map.of("name", "Other " + mark, "kind", "LEGAL", "version", version),
                Map.of("name", "Other " + mark, "version", "0"))) {
            assertThat(refused(names, wrong).select(".problems").text()).isNotBlank();
        }
        assertThat(refused(names + "/remove", Map.of("kind", "LEGAL", "name", account.name(), "version", version))
                        .select(".problems")
                        .text())
                .contains("changed with the account itself");
    }

    @Test
    void each_changed_field_stands_in_the_history_with_what_it_was() throws Exception {
        var account = account("Hafenwerk " + mark, null);
        var record = register.record(account.id());
        var wanted = new NewAccount(
                null,
                AccountKind.SITE,
                "Hafenwerk Nord " + mark,
                record.written().otherNames(),
                "DE",
                null,
                null,
                "Wismar",
                record.written().domains(),
                null,
                null,
                null);
        register.change(manager.actor(), account.id(), wanted, record.version());

        assertThat(read("/accounts/" + account.id()).select(".timeline").text())
                .contains("Name Hafenwerk " + mark + " → Hafenwerk Nord " + mark)
                .contains("Kind Company → Site")
                .contains("City Bonn → Wismar")
                .doesNotContain("Country");
    }

    @Test
    void who_must_not_change_trees_does_not() {
        var account = account("Hafenwerk " + mark, null);
        for (var path : List.of("move", "merge", "split")) {
            for (var role : List.of(Role.OPERATOR, Role.PARTNER_ADMIN, Role.FINANCE)) {
                assertThat(mvc.get()
                                .uri("/accounts/" + account.id() + "/" + path)
                                .with(SignedIn.with(role)))
                        .as("%s %s", path, role)
                        .hasStatus(403);
            }
            assertThat(mvc.get()
                            .uri("/accounts/" + UUID.randomUUID() + "/" + path)
                            .with(SignedIn.as(manager)))
                    .hasStatus(404);
            assertThat(mvc.post()
                            .uri("/accounts/" + UUID.randomUUID() + "/" + path)
                            .param("to", account.id().toString())
                            .param("name", "Any")
                            .param("_once", UUID.randomUUID().toString())
                            .with(csrf())
                            .with(SignedIn.as(manager)))
                    .hasStatus(404);
        }
    }

    private AccountView account(String name, AccountView parent) {
        var wanted = NewAccount.company(name, "DE", "Bonn", null);
        return ((Registered) register.register(
                        manager.actor(), parent == null ? wanted : wanted.below(parent.id(), AccountKind.SITE)))
                .account();
    }

    private ClaimView reserved(String partnerName, AccountView account) {
        PartnerView partner = aPartner().named(partnerName).activeIn(partners, people);
        Actor seller = people.register(PersonFixtures.someoneOf(partner.id().organisation()))
                .actor();
        return ((Granted) reservations.reserve(seller, AccountQuestion.about(account.name(), null, "DE"))).claim();
    }

    private MvcTestResult send(Element form) {
        var request = mvc.post().uri(form.attr("action")).with(csrf()).with(SignedIn.as(manager));
        for (var field : form.select("input[name]:not([name=_csrf])")) {
            request.param(field.attr("name"), field.val());
        }
        for (var field : form.select("select[name]")) {
            request.param(field.attr("name"), field.select("option[selected]").val());
        }
        return request.exchange();
    }

    private Document refused(String path, Map<String, String> fields) throws Exception {
        var request = mvc.post().uri(path).with(csrf()).with(SignedIn.as(manager));
        request.param("_once", UUID.randomUUID().toString());
        fields.forEach(request::param);
        var answer = request.exchange();
        assertThat(answer).hasStatus(422);
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }

    private Document read(String address) throws Exception {
        var answer = mvc.get().uri(address).with(SignedIn.as(manager)).exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}

package io.handsel.partner.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.applications.ApplicationTest;
import io.handsel.deals.DealFixtures;
import io.handsel.partner.CompanyProfiles;
import io.handsel.partner.PartnerId;
import io.handsel.security.Actor;
import io.handsel.security.PersonFixtures;
import io.handsel.security.Role;
import io.handsel.security.SignedIn;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What is known of a company is written by its administrator and by whoever looks after it. */
@ApplicationTest
class CompanyPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DealFixtures deals;

    @Autowired
    CompanyProfiles companies;

    @Test
    void an_administrator_writes_down_the_own_company_and_the_manager_any_of_theirs() throws Exception {
        var partner = deals.partner();
        var administrator = administrator(partner.id());

        assertThat(send("/partner/company", administrator, Map.of("domain", "https://www.Acme.com/", "version", "-1")))
                .hasStatus3xxRedirection();
        assertThat(companies.of(partner.id()).domain()).hasToString("acme.com");
        assertThat(send(
                        "/partners/" + partner.id() + "/company",
                        deals.actor(partner.manager()),
                        Map.of("domain", "acme.com", "city", "Berlin", "country", "DE", "version", "0")))
                .hasStatus3xxRedirection();

        assertThat(companies.of(partner.id()).city()).isEqualTo("Berlin");
        var page = Jsoup.parse(mvc.get()
                .uri("/partner/company")
                .with(SignedIn.as(administrator))
                .exchange()
                .getResponse()
                .getContentAsString());
        assertThat(page.select("input[name=city]").val()).isEqualTo("Berlin");
        assertThat(page.select("select[name=country] option[selected]").val()).isEqualTo("DE");
    }

    @Test
    void what_is_wrong_or_has_changed_meanwhile_is_said_and_not_written() throws Exception {
        var partner = deals.partner();
        var administrator = administrator(partner.id());

        var wrong =
                send("/partner/company", administrator, Map.of("domain", "no domain", "duns", "12", "version", "-1"));
        assertThat(wrong).hasStatus(422);
        assertThat(Jsoup.parse(wrong.getResponse().getContentAsString()).text())
                .contains("This is no domain.", "nine digits");
        send("/partner/company", administrator, Map.of("city", "Bonn", "version", "-1"));
        assertThat(send("/partner/company", administrator, Map.of("city", "Köln", "version", "-1")))
                .hasStatus(422);
        assertThat(companies.of(partner.id()).city()).isEqualTo("Bonn");
    }

    @Test
    void another_manager_does_not_find_it() {
        var partner = deals.partner();
        var other = PersonFixtures.actor(Role.MANAGER);

        assertThat(send("/partners/" + partner.id() + "/company", other, Map.of("city", "Rome", "version", "-1")))
                .hasStatus(404);
    }

    private static Actor administrator(PartnerId partner) {
        var somebody = PersonFixtures.actor(Role.PARTNER_ADMIN);
        return new Actor(
                somebody.person(),
                somebody.name(),
                Set.of(Role.PARTNER_ADMIN),
                partner.organisation(),
                null,
                somebody.locale(),
                somebody.zone());
    }

    private MvcTestResult send(String page, Actor by, Map<String, String> fields) {
        var request = mvc.post()
                .uri(page)
                .header("Accept-Language", "en-GB")
                .with(SignedIn.as(by))
                .with(SecurityMockMvcRequestPostProcessors.csrf());
        fields.forEach(request::param);
        return request.exchange();
    }
}

package io.handsel.accounts.web;

import static io.handsel.partner.PartnerFixtures.aPartner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.handsel.CompanyNames;
import io.handsel.MovableClock;
import io.handsel.kernel.EmailAddress;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import io.handsel.security.NewPerson;
import io.handsel.security.People;
import io.handsel.security.PersonFixtures;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.security.SignedIn;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
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
class QuestionPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Partners partners;

    @Autowired
    People people;

    private PersonView operator;
    private PersonView sales;
    private PartnerView partner;
    private String mark;

    @BeforeEach
    void an_operator_and_somebody_who_sells() {
        operator = people.register(PersonFixtures.someone(Role.OPERATOR));
        mark = CompanyNames.mark();
        partner = aPartner().named("Northwind " + mark).activeIn(partners, people);
        sales = people.register(NewPerson.ofPartner(
                partner.id().organisation(),
                "sales-" + mark,
                "Sven " + mark,
                EmailAddress.parse("sales-" + mark + "@partner.example"),
                Role.PARTNER_SALES));
    }

    @Test
    void an_operator_reads_what_was_asked_and_pauses_the_asking_with_a_reason() throws Exception {
        assertThat(ask("Vandelay " + mark).select("#answer").text()).contains("Free");

        var row = read(operator, "/operations/questions?text=" + mark).select("tbody tr");
        assertThat(row.text()).contains("Sven " + mark, "Northwind " + mark, "1 of 60", "1 of 300");
        var address = row.select("a").attr("href");
        var asker = read(operator, address);
        assertThat(asker.select("tbody tr").text()).contains("Vandelay " + mark + " · DE", "Asked", "Free");
        assertThat(read(operator, address + "?verdict=HOUSE").select("tbody tr"))
                .isEmpty();

        var refused = post(operator, address + "/block", Map.of("reason", " "));
        assertThat(refused).hasStatus(422);
        assertThat(Jsoup.parse(refused.getResponse().getContentAsString())
                        .select("#reason-error")
                        .text())
                .contains("reason");
        assertThat(post(operator, address + "/block", Map.of("reason", "=Alphabet")))
                .redirectedUrl()
                .isEqualTo(address + "?said=accounts.said.askingPaused");
        assertThat(read(operator, address).select("aside").text()).contains("Paused", "=Alphabet", operator.name());

        assertThat(ask("Initech " + mark).select("#answer").text()).contains("Paused", "You can still register deals");
        var reserved = post(sales, "/accounts/reserve", Map.of("name", "Initech " + mark, "country", "DE"));
        assertThat(reserved).hasStatus(422);
        assertThat(Jsoup.parse(reserved.getResponse().getContentAsString()).text())
                .contains("Asking for customers is paused for you");

        assertThat(read(operator, "/operations/questions?show=blocked&text=" + mark)
                        .select("tbody tr")
                        .text())
                .contains("Sven " + mark);
        assertThat(post(operator, address + "/unblock", Map.of("reason", "We talked")))
                .redirectedUrl()
                .contains("accounts.said.askingResumed");
        assertThat(ask("Initech " + mark).select("#answer").text()).contains("Free");
    }

    @Test
    void whoever_has_asked_much_is_told_kindly_how_long_to_wait() throws Exception {
        for (int count = 1; count < 30; count++) {
            ask(UUID.randomUUID().toString());
        }

        assertThat(ask(UUID.randomUUID().toString()).select("#answer").text())
                .contains("Free", "Please wait 2 seconds before the next one");
        assertThat(ask(UUID.randomUUID().toString()).select("#answer").text())
                .contains("One moment, please", "The next answer comes in 2 seconds");
    }

    @Test
    void both_lists_are_written_out_and_nobody_but_operators_and_directors_reads_them() throws Exception {
        ask("=Vandelay " + mark);

        assertThat(csv("/operations/questions/export?by=partner&text=" + mark)).contains("Northwind " + mark);
        assertThat(csv("/operations/questions/" + sales.id() + "/export"))
                .contains("'=Vandelay " + mark, "FREE", "CHECK");
        var director = people.register(PersonFixtures.someone(Role.DIRECTOR));
        assertThat(mvc.get().uri("/operations/questions").with(SignedIn.as(director)))
                .hasStatusOk();
        for (var role : new Role[] {Role.MANAGER, Role.FINANCE, Role.PARTNER_ADMIN}) {
            assertThat(mvc.get().uri("/operations/questions/" + sales.id()).with(SignedIn.with(role)))
                    .hasStatus(403);
        }
        assertThat(mvc.get().uri("/operations/questions/" + UUID.randomUUID()).with(SignedIn.as(operator)))
                .hasStatus(404);
    }

    private Document ask(String name) throws Exception {
        var answer = mvc.get()
                .uri("/accounts/check?name={name}&country=DE", name)
                .with(SignedIn.as(sales))
                .exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }

    private String csv(String address) throws Exception {
        var answer = mvc.get().uri(address).with(SignedIn.as(operator)).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }

    private MvcTestResult post(PersonView by, String path, Map<String, String> fields) {
        var request = mvc.post().uri(path).with(csrf()).with(SignedIn.as(by));
        request.param("_once", UUID.randomUUID().toString());
        fields.forEach((name, text) -> request.param(name, text));
        return request.exchange();
    }

    private Document read(PersonView by, String address) throws Exception {
        var answer = mvc.get().uri(address).with(SignedIn.as(by)).exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}

package io.handsel.partner.web;

import static io.handsel.partner.PartnerFixtures.aPartner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.handsel.partner.PartnerStanding;
import io.handsel.partner.PartnerStandings;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import io.handsel.security.People;
import io.handsel.security.PersonFixtures;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.security.SignedIn;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("test")
class PartnerTimelinePagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Partners partners;

    @Autowired
    PartnerStandings standings;

    @Autowired
    People people;

    @Autowired
    Clock clock;

    private PersonView manager;
    private PersonView director;
    private PartnerView partner;

    @BeforeEach
    void partner() {
        manager = people.register(PersonFixtures.someone(Role.MANAGER));
        director = people.register(PersonFixtures.someone(Role.DIRECTOR));
        partner = aPartner().managedBy(manager.id()).activeIn(partners, people);
    }

    @Test
    void a_call_is_written_down_in_one_line_and_stands_with_what_the_portal_knows() throws Exception {
        note(manager, "CALL_RECEIVED", "", "They want to sell in Austria too.");

        var page = read(manager, "/partners/" + partner.id());

        assertThat(page.select(".timeline li").first().text())
                .contains("Call received", manager.name(), "They want to sell in Austria too.");
        assertThat(page.select(".timeline").text()).contains("Became active", "Registered");
    }

    @Test
    void whoever_only_reads_the_partner_is_not_asked_for_a_line() throws Exception {
        var finance = people.register(PersonFixtures.someone(Role.FINANCE));

        assertThat(read(finance, "/partners/" + partner.id()).select("form[action$=contacts]"))
                .isEmpty();
        assertThat(read(manager, "/partners/" + partner.id()).select("form[action$=contacts]"))
                .hasSize(1);
    }

    @Test
    void what_is_older_stands_where_it_belongs() throws Exception {
        note(manager, "MEETING", today().toString(), "newest");
        note(manager, "MAIL", today().minusDays(3).toString(), "oldest");
        note(manager, "CALL_MADE", today().minusDays(1).toString(), "between");

        assertThat(notes(read(manager, "/partners/" + partner.id() + "/timeline?show=contacts")))
                .containsExactly("newest", "between", "oldest");
    }

    @Test
    void pages_follow_each_other_without_a_gap_though_many_contacts_are_of_one_day() throws Exception {
        var written = new ArrayList<String>();
        for (int i = 0; i < 120; i++) {
            note(manager, "CALL_MADE", today().minusDays(i / 70).toString(), "call " + i);
            written.add("call " + i);
        }

        var read = new ArrayList<String>();
        var pages = 0;
        var next = "/partners/" + partner.id() + "/timeline?show=contacts";
        while (!next.isEmpty()) {
            var page = read(manager, next);
            read.addAll(notes(page));
            next = page.select("section .actions a.button").attr("href");
            pages++;
        }

        assertThat(pages).isEqualTo(3);
        assertThat(read).containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void says_at_the_field_what_is_wrong_and_keeps_what_was_typed() throws Exception {
        var tomorrow = today().plusDays(1).toString();

        var page = refused(post(manager, "/contacts", Map.of("kind", "MEETING", "day", tomorrow, "words", "lunch")));

        assertThat(page.select(".problems").text()).contains("still to come");
        assertThat(page.select("#words").val()).isEqualTo("lunch");
        assertThat(page.select("#kind option[selected]").val()).isEqualTo("MEETING");
        assertThat(refused(post(manager, "/contacts", Map.of("kind", "CALL_MADE", "words", "  ")))
                        .select(".problems")
                        .text())
                .contains("what was said");
        assertThat(refused(post(manager, "/contacts", Map.of("kind", "LUNCH", "words", "x", "day", "soon")))
                        .select(".problems li"))
                .hasSize(2);
        assertThat(refused(post(manager, "/contacts", Map.of("kind", "MAIL", "words", "x".repeat(501))))
                        .select(".problems")
                        .text())
                .contains("500");
        assertThat(notes(read(manager, "/partners/" + partner.id() + "/timeline?show=contacts")))
                .isEmpty();
    }

    @Test
    void who_wrote_it_strikes_it_out_and_everybody_still_reads_it() throws Exception {
        note(manager, "MAIL", "", "wrong partner");
        var colleague = people.register(PersonFixtures.someone(Role.MANAGER));
        var contact = strikeable(manager);

        assertThat(strikeable(colleague)).isEmpty();
        assertThat(refused(post(colleague, contact, Map.of()))
                        .select("[role=alert]")
                        .text())
                .contains("Only who wrote it down");
        assertThat(read(manager, "/partners/" + partner.id()).select(".timeline del"))
                .isEmpty();

        assertThat(post(manager, contact, Map.of())).redirectedUrl().endsWith("contactStruck");

        var page = read(colleague, "/partners/" + partner.id());
        assertThat(page.select(".timeline del").text()).isEqualTo("wrong partner");
        assertThat(page.select(".timeline").text()).contains("Contact struck out");
    }

    @Test
    void a_director_strikes_out_what_somebody_wrote() throws Exception {
        note(manager, "MAIL", "", "nobody should read this");

        assertThat(post(director, strikeable(director), Map.of()))
                .redirectedUrl()
                .endsWith("contactStruck");
    }

    @Test
    void the_contact_of_another_partner_is_not_there() throws Exception {
        note(manager, "MAIL", "", "mine");
        var contact = strikeable(manager);
        partner = aPartner().managedBy(manager.id()).activeIn(partners, people);

        assertThat(post(manager, contact, Map.of())).hasStatus(404);
    }

    @Test
    void one_telephones_with_a_partner_that_has_ended_too() throws Exception {
        standings.change(director.actor(), partner.id(), PartnerStanding.ENDED, "Over.");

        note(manager, "CALL_RECEIVED", "", "They ask for their files.");

        assertThat(read(manager, "/partners/" + partner.id())
                        .select(".timeline")
                        .text())
                .contains("They ask for their files.", "Ended");
    }

    private void note(PersonView by, String kind, String day, String words) {
        assertThat(post(by, "/contacts", Map.of("kind", kind, "day", day, "words", words)))
                .redirectedUrl()
                .endsWith("?said=partner.said.contactNoted");
    }

    /** The path under the partner at which this reader strikes the only contact out; empty where there is none. */
    private String strikeable(PersonView reader) throws Exception {
        var action = read(reader, "/partners/" + partner.id() + "/timeline")
                .select("form[action$=strike]")
                .attr("action");
        return action.substring(Math.max(0, action.indexOf("/contacts/")));
    }

    private static List<String> notes(Document page) {
        return page.select(".timeline p + p").eachText();
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private MvcTestResult post(PersonView by, String path, Map<String, String> fields) {
        var request =
                mvc.post().uri("/partners/" + partner.id() + path).with(csrf()).with(SignedIn.as(by.id()));
        request.param("_once", UUID.randomUUID().toString());
        fields.forEach(request::param);
        return request.exchange();
    }

    private Document read(PersonView by, String address) throws Exception {
        var answer = mvc.get().uri(address).with(SignedIn.as(by.id())).exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }

    private static Document refused(MvcTestResult answer) throws Exception {
        assertThat(answer).hasStatus(422);
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}

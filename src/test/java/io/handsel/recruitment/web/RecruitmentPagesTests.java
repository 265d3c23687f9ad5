package io.handsel.recruitment.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.StatementCount;
import io.handsel.recruitment.CampaignId;
import io.handsel.recruitment.Campaigns;
import io.handsel.recruitment.CandidateDesk;
import io.handsel.recruitment.Candidates;
import io.handsel.recruitment.OutreachState;
import io.handsel.recruitment.RecruitmentFixtures;
import io.handsel.recruitment.RecruitmentTest;
import io.handsel.security.Actor;
import io.handsel.security.Role;
import io.handsel.security.SignedIn;
import java.io.UnsupportedEncodingException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@RecruitmentTest
class RecruitmentPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Candidates candidates;

    @Autowired
    CandidateDesk desk;

    @Autowired
    RecruitmentFixtures fixtures;

    @Autowired
    MovableClock clock;

    Actor manager;

    @BeforeEach
    void begin() {
        clock.moveTo(MovableClock.START);
        manager = fixtures.manager();
    }

    @Test
    void a_campaign_is_planned_briefed_and_started() throws Exception {
        assertThat(html(open("/campaigns")).text()).contains("Plan a campaign");
        var plan = new HashMap<>(Map.of(
                "name", "Northern lights",
                "startsOn:date", "2026-03-01",
                "endsOn:date", "2026-06-30",
                "budget", "12000",
                "currency", "EUR",
                "language", "de"));
        plan.put("owner", manager.person().toString());
        var page =
                send("/campaigns/new", plan).getResponse().getHeader("Location").replaceFirst("\\?.*", "");
        assertThat(html(open(page)).text()).contains("Northern lights", "0 of 20 questions answered");

        assertThat(send(page + "/start", Map.of())).hasStatus(422).bodyText().contains("before every question");
        assertThat(html(open(page + "/brief")).select("textarea")).hasSize(14);
        assertThat(send(page + "/brief", Map.of("reason", "We are too few."))).hasStatus3xxRedirection();
        assertThat(html(open(page)).text()).contains("1 of 20 questions answered");
        assertThat(html(open(page + "/brief")).select("[name=reason]").text()).isEqualTo("We are too few.");

        campaigns.writeBrief(manager, CampaignId.parse(page.replace("/campaigns/", "")), fixtures.completeBrief());
        assertThat(send(page + "/start", Map.of())).hasStatus3xxRedirection();
        assertThat(html(open(page)).text()).contains("Running", "20 of 20");
        assertThat(send(page + "/spent", Map.of("spent", "1.234"))).hasStatus(422);
        assertThat(send(page + "/spent", Map.of("spent", "1234,50"))).hasStatus3xxRedirection();
        assertThat(html(open(page)).text()).contains("€1,234.50");
        assertThat(send(page + "/end", Map.of())).hasStatus3xxRedirection();
        assertThat(html(open(page)).text()).contains("No mails go out any more");
    }

    @Test
    void a_candidate_is_added_found_and_acted_on() throws Exception {
        var campaign = fixtures.running(manager);
        var board = "/campaigns/" + campaign + "/candidates";
        assertThat(html(open(board)).text()).contains("No candidate yet");
        var wish = fixtures.wish();
        var answers = Map.of(
                "company", wish.company(),
                "website", wish.website(),
                "country", "DE",
                "segment", "health",
                "employees", "40");

        assertThat(send(board + "/new", Map.of("company", "x"))).hasStatus(422);
        var page = send(board + "/new", answers)
                .getResponse()
                .getHeader("Location")
                .replaceFirst("\\?.*", "");

        assertThat(html(open(page)).text())
                .contains(wish.company(), "Score 55 of 100", "In a market of the campaign", "Look");
        assertThat(send(board + "/new", answers).getResponse().getHeader("Location"))
                .isEqualTo(page + "?said=recruitment.said.known");
        assertThat(html(open(board + "?advice=LOOK&sort=company&search=" + wish.website()))
                        .select("tbody tr"))
                .hasSize(1);
        assertThat(html(open(board + "?advice=INVITE")).text()).contains("No candidate fits");
        assertThat(open(board + "/export").getResponse().getContentAsString())
                .contains(wish.company(), "market:20 segment:20 size:15");
        assertThat(send(page + "/write", Map.of())).hasStatus(422).bodyText().contains("No mail address is known");
        for (var step : List.of("answered", "reject", "reopen", "withdraw")) {
            assertThat(send(page + "/" + step, Map.of())).hasStatus3xxRedirection();
        }
        assertThat(html(open(page)).text()).contains("Withdrawn", "Looked at again");
    }

    @Test
    void the_board_is_drawn_in_three_statements() {
        var campaign = fixtures.running(manager);
        fixtures.candidate(manager, campaign);

        assertThat(StatementCount.during(() -> open("/campaigns/" + campaign + "/candidates")))
                .hasSize(3);
    }

    @Test
    void what_is_known_of_a_candidate_is_changed_on_a_form() throws Exception {
        var campaign = fixtures.running(manager);
        var wish = fixtures.wish();
        var other = fixtures.wish();
        fixtures.candidate(manager, campaign, other);
        var page = "/candidates/" + fixtures.candidate(manager, campaign, wish);
        assertThat(html(open(page)).select("a[href$=/edit]")).hasSize(1);

        var form = html(open(page + "/edit"));
        assertThat(form.select("[name=company]").val()).isEqualTo(wish.company());
        assertThat(form.select("[name=website]").val()).isEqualTo(wish.website());
        assertThat(form.select("[name=services][checked]").val()).isEqualTo("yes");
        var answers = new HashMap<>(Map.of("company", wish.company(), "country", "AT", "website", other.website()));
        assertThat(send(page + "/edit", answers)).hasStatus(422).bodyText().contains("a candidate already");
        answers.put("website", wish.website());
        answers.put("telephone", "+43 1 234");
        assertThat(send(page + "/edit", answers)).redirectedUrl().isEqualTo(page + "?said=recruitment.said.changed");

        assertThat(html(open(page)).text()).contains("+43 1 234", "Austria", "Changed", "Country, Telephone");
    }

    @Test
    void mails_are_asked_for_to_all_that_fit_by_one_button() throws Exception {
        var campaign = fixtures.running(manager);
        var page = "/campaigns/" + campaign;
        assertThat(html(open(page)).select("form[action$=/outreach]")).isEmpty();
        assertThat(send(page + "/outreach", Map.of())).hasStatus(422).bodyText().contains("Nobody fits");
        fixtures.candidate(manager, campaign);

        assertThat(html(open(page)).select("form[action$=/outreach] button").text())
                .isEqualTo("Let mails go out to all that fit (1)");
        assertThat(send(page + "/outreach", Map.of())).hasStatus3xxRedirection();

        assertThat(html(open(page)).text()).contains("Mails are being asked for: 0 candidates so far.");
        assertThat(html(open(page)).select("form[action$=/outreach]")).isEmpty();
    }

    @Test
    void the_brief_is_printed_as_a_page_and_as_a_file() throws Exception {
        var page = "/campaigns/" + fixtures.running(manager) + "/recruiters-brief";

        assertThat(html(open(page)).text())
                .contains(
                        "Why us rather than a rival?",
                        "Because we have thought about it.",
                        "Austria",
                        "Health",
                        "30 Jun 2027");
        var file = open(page + ".pdf").getResponse().getContentAsByteArray();
        try (var document = Loader.loadPDF(file)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Why do we recruit?", "Because we have thought about it.", "Manufacturing");
        }
    }

    @Test
    void the_funnel_is_drawn_with_a_table_beside_it() throws Exception {
        var campaign = fixtures.running(manager);
        fixtures.candidate(manager, campaign);
        var partner = fixtures.candidate(manager, campaign);
        candidates.applied(partner);
        candidates.approved(partner);
        send("/campaigns/" + campaign + "/spent", Map.of("spent", "900"));

        var page = html(open("/campaigns/" + campaign));
        assertThat(page.select("svg[role=img]").attr("aria-label"))
                .isEqualTo("2 candidates, 1 applied, 1 became partners");
        assertThat(page.select("svg rect[width=240]")).hasSize(4);
        assertThat(page.select("tbody tr").last().text()).isEqualTo("Together 2 1 1 1 1 0");
        assertThat(page.text()).contains("Cost per recruit €900.00 Cost per activated partner –");
    }

    @Test
    void anybody_may_become_a_candidate_and_learns_nothing_about_others() throws Exception {
        assertThat(html(mvc.get().uri("/become-a-partner").exchange()).text())
                .contains("Apply now", "Rather talk first?");
        assertThat(anybody("/become-a-partner", Map.of("company", "x"))).hasStatus(422);
        var wish = fixtures.wish();
        var answers = Map.of(
                "company", wish.company(),
                "website", wish.website(),
                "country", "DE",
                "contact", "Ina",
                "email", wish.email());

        for (int time = 0; time < 2; time++) {
            assertThat(anybody("/become-a-partner", answers)).redirectedUrl().isEqualTo("/become-a-partner/thanks");
        }
        assertThat(html(mvc.get().uri("/become-a-partner/thanks").exchange()).text())
                .contains("Thank you");
        assertThat(candidates.withDomain(wish.website())).isPresent();
    }

    @Test
    void a_link_to_opt_out_asks_first_and_holds_for_ever() throws Exception {
        var id = fixtures.candidate(manager, fixtures.running(manager));
        var page = "/opt-out/" + fixtures.link(id);

        assertThat(mvc.get().uri("/opt-out/nonsense").exchange())
                .hasStatus(404)
                .bodyText()
                .contains("leads nowhere");
        assertThat(html(mvc.get().uri(page).exchange()).text())
                .contains("No more mails?", desk.get(id).known().email());
        assertThat(desk.get(id).outreach()).isEqualTo(OutreachState.NONE);

        // As a mail program presses it: without a key of the form and without having been at the page.
        assertThat(mvc.post().uri(page).param("List-Unsubscribe", "One-Click").exchange())
                .hasStatusOk()
                .bodyText()
                .contains("Done: no more mails");
        assertThat(anybody(page, Map.of())).hasStatusOk();

        assertThat(desk.get(id).outreach()).isEqualTo(OutreachState.OPTED_OUT);
        assertThat(send("/candidates/" + id + "/write", Map.of()))
                .hasStatus(422)
                .bodyText()
                .contains("never written to");
    }

    @Test
    void only_managers_and_directors_run_campaigns() {
        for (var role : List.of(Role.FINANCE, Role.OPERATOR, Role.PARTNER_ADMIN)) {
            assertThat(mvc.get().uri("/campaigns").with(SignedIn.with(role)).exchange())
                    .hasStatus(403);
        }
        assertThat(mvc.get()
                        .uri("/campaigns")
                        .with(SignedIn.with(Role.DIRECTOR))
                        .exchange())
                .hasStatusOk();
    }

    private MvcTestResult open(String address) {
        return mvc.get().uri(address).with(SignedIn.as(manager)).exchange();
    }

    private MvcTestResult anybody(String address, Map<String, String> parameters) {
        var request = mvc.post().uri(address).with(SecurityMockMvcRequestPostProcessors.csrf());
        parameters.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult send(String address, Map<String, String> parameters) {
        var request =
                mvc.post().uri(address).with(SignedIn.as(manager)).with(SecurityMockMvcRequestPostProcessors.csrf());
        parameters.forEach(request::param);
        return request.exchange();
    }

    private static Document html(MvcTestResult answer) throws UnsupportedEncodingException {
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}

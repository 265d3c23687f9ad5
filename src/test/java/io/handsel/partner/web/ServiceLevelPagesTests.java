package io.handsel.partner.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.handsel.partner.PartnerFixtures;
import io.handsel.partner.PartnerOutcome.Done;
import io.handsel.partner.PartnerOutcome.Refused;
import io.handsel.partner.PartnerRefusal;
import io.handsel.partner.PartnerStanding;
import io.handsel.partner.PartnerStandings;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import io.handsel.partner.ServiceLevels;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.PersonFixtures;
import io.handsel.security.PersonId;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A service level is given by a table, and overridden by somebody with a name and a reason. */
@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("test")
class ServiceLevelPagesTests {

    private static final String REASON = "They take over our largest account.";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Partners partners;

    @Autowired
    PartnerStandings standings;

    @Autowired
    ServiceLevels levels;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private PartnerView partner;
    private Actor manager;

    @BeforeEach
    void a_partner_with_the_usual_one() {
        partner = PartnerFixtures.aPartner().activeIn(partners, people);
        manager = people.actor(partner.manager());
    }

    @Test
    void the_manager_overrides_it_and_the_record_says_who_when_and_why() throws Exception {
        var page = read(manager.person(), address());
        assertThat(page.select("input[name=serviceLevel][checked]").val()).isEqualTo("standard");
        assertThat(page.select("input[name=serviceLevel]").eachAttr("value"))
                .containsExactly("premium", "premium-security", "standard");

        assertThat(post(manager.person(), "premium", REASON))
                .redirectedUrl()
                .isEqualTo("/partners/" + partner.id() + "?said=partner.said.serviceLevel");

        assertThat(levels.of(partner.id())).isEqualTo("premium");
        assertThat(partners.get(partner.id()).serviceLevel()).isEqualTo("premium");
        var record = read(manager.person(), "/partners/" + partner.id());
        assertThat(record.select("main section.card").eachText())
                .anySatisfy(card -> assertThat(card)
                        .contains("Given by the table standard", "Overridden by " + manager.name(), REASON));
        assertThat(record.select(".timeline").text())
                .contains("Service level overridden", "standard → premium: " + REASON, manager.name());
    }

    @Test
    void what_was_given_comes_back_and_both_stay_in_the_history() throws Exception {
        levels.override(manager, partner.id(), "premium", REASON);

        assertThat(levels.override(manager, partner.id(), "standard", "The account has left them."))
                .isInstanceOf(Done.class);

        assertThat(levels.viewOf(partner.id()).override()).isEmpty();
        var record = read(manager.person(), "/partners/" + partner.id());
        assertThat(record.text()).doesNotContain("Given by the table");
        assertThat(record.select(".timeline").text())
                .contains("standard → premium: " + REASON, "premium → standard: The account has left them.");
    }

    @Test
    void says_at_the_field_what_is_wrong_and_changes_nothing() throws Exception {
        assertThat(wrong(post(manager.person(), "premium", "  ")).select("#reason-error"))
                .hasSize(1);
        assertThat(wrong(post(manager.person(), "premium", "x".repeat(501))).select("#reason-error"))
                .hasSize(1);
        assertThat(wrong(post(manager.person(), "gold-plated", REASON)).select("#serviceLevel-error"))
                .hasSize(1);
        assertThat(wrong(post(manager.person(), "standard", REASON)).select("#serviceLevel-error"))
                .hasSize(1);
        assertThat(mvc.post()
                        .uri(address())
                        .with(csrf())
                        .with(SignedIn.as(manager.person()))
                        .param("_once", UUID.randomUUID().toString())
                        .exchange())
                .hasStatus(422);

        assertThat(levels.viewOf(partner.id()).override()).isEmpty();
    }

    @Test
    void nobody_but_who_looks_after_the_partner_overrides_it() {
        var stranger = people.register(PersonFixtures.someone(Role.MANAGER));
        var director = people.register(PersonFixtures.someone(Role.DIRECTOR));
        var finance = people.register(PersonFixtures.someone(Role.FINANCE));

        assertThat(post(stranger.id(), "premium", REASON)).hasStatus(422);
        assertThat(levels.override(stranger.actor(), partner.id(), "premium", REASON))
                .isEqualTo(new Refused(PartnerRefusal.NOT_YOURS));
        assertThat(post(finance.id(), "premium", REASON)).hasStatus(403);
        assertThat(levels.of(partner.id())).isEqualTo("standard");
        assertThat(post(director.id(), "premium", REASON)).hasStatus3xxRedirection();
    }

    @Test
    void the_database_keeps_no_override_without_a_reason_and_none_that_says_nothing() {
        assertThatThrownBy(() -> jdbc.sql("update partner set override_level = 'premium' where id = ?")
                        .param(partner.id().id())
                        .update())
                .hasMessageMatching("(?is).*partner_override_has_a_reason.*");
        assertThatThrownBy(() -> jdbc.sql("""
                                update partner set override_level = 'standard', override_reason = 'Because.',
                                    override_by = 'Mara', override_at = current_timestamp where id = ?
                                """).param(partner.id().id()).update())
                .hasMessageMatching("(?is).*partner_override_says_something.*");
    }

    @Test
    void of_a_partner_that_has_ended_it_stays_what_it_was() {
        standings.change(manager, partner.id(), PartnerStanding.ENDED, "They were bought.");

        assertThat(levels.override(manager, partner.id(), "premium", REASON))
                .isEqualTo(new Refused(PartnerRefusal.HAS_ENDED));
    }

    @Test
    void the_record_has_no_field_that_changes_it_unseen() throws Exception {
        var page = read(manager.person(), "/partners/" + partner.id() + "/edit");

        assertThat(page.select("[name=serviceLevel]")).isEmpty();
        assertThat(read(manager.person(), "/partners/new").select("select[name=serviceLevel] option[selected]"))
                .extracting(option -> option.val())
                .containsExactly("standard");
    }

    private String address() {
        return "/partners/" + partner.id() + "/service-level";
    }

    private MvcTestResult post(PersonId by, String level, String reason) {
        var request = mvc.post().uri(address()).with(csrf()).with(SignedIn.as(by));
        request.param("_once", UUID.randomUUID().toString());
        Map.of("serviceLevel", level, "reason", reason).forEach(request::param);
        return request.exchange();
    }

    private Document read(PersonId by, String address) throws Exception {
        var answer = mvc.get().uri(address).with(SignedIn.as(by)).exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }

    private static Document wrong(MvcTestResult answer) throws Exception {
        assertThat(answer).hasStatus(422);
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}

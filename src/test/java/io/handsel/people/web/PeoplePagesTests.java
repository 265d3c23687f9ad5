package io.handsel.people.web;

import static io.handsel.partner.PartnerFixtures.aPartner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.handsel.CompanyNames;
import io.handsel.MovableClock;
import io.handsel.audit.AuditEntry;
import io.handsel.audit.AuditTrail;
import io.handsel.audit.CaseReference;
import io.handsel.notifications.MailView;
import io.handsel.notifications.OutgoingMail;
import io.handsel.partner.PartnerStanding;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import io.handsel.security.People;
import io.handsel.security.PersonFixtures;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.security.SignedIn;
import io.handsel.territory.Territories;
import io.handsel.territory.TerritoryFixtures;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(properties = "handsel.security.guesses-by-link=5")
@AutoConfigureMockMvc
@ActiveProfiles("test")
@Import(MovableClock.class)
class PeoplePagesTests {

    private static final Pattern LINK = Pattern.compile("http://localhost:8080(/invitation/[A-Za-z0-9_-]{43})\\b");
    private static final String PASSWORD = "four words are enough";
    private static final String STAFF_PAGES = "/operations/people";
    private static final String COLLEAGUES = "/partner/people";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    Partners partners;

    @Autowired
    Territories territories;

    @Autowired
    AuditTrail audit;

    @Autowired
    OutgoingMail mail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private PersonView operator;
    private PersonView manager;
    private PartnerView partner;
    private PersonView admin;
    private String mark;

    @BeforeEach
    void an_installation_with_a_partner() {
        // Every test begins with no guesses against it.
        clock.advance(Duration.ofHours(1));
        mark = CompanyNames.mark();
        operator = people.register(PersonFixtures.someone(Role.OPERATOR));
        manager = people.register(PersonFixtures.someone(Role.MANAGER));
        partner = aPartner().named("Northwind " + mark).managedBy(manager.id()).activeIn(partners, people);
        admin = people.register(PersonFixtures.someoneOf(partner.id().organisation(), Role.PARTNER_ADMIN));
    }

    @Test
    void whoever_is_invited_chooses_a_password_by_the_link_in_the_mail_and_can_sign_in() throws Exception {
        var mona = invite(operator, STAFF_PAGES, "mona", Map.of("roles", "MANAGER"));

        assertThat(mona.roles()).containsExactly(Role.MANAGER);
        assertThat(mona.organisation()).isNull();
        assertThat(read(operator, STAFF_PAGES + "/" + mona.id()).text()).contains("Invited", "Send a new link");
        assertThat(signIn(mona, PASSWORD)).forwardedUrl().isEqualTo("/sign-in/refused");

        var link = link(mona);
        assertThat(parse(mvc.get().uri(link).exchange()).text()).contains(mona.name(), mona.signInName());
        assertThat(choose(link, "short", "short"))
                .hasStatus(422)
                .bodyText()
                .contains("at least 12")
                .doesNotContain("value=\"short\"");
        assertThat(choose(link, PASSWORD, PASSWORD + "!"))
                .hasStatus(422)
                .bodyText()
                .contains("differ");
        assertThat(choose(link, PASSWORD, PASSWORD)).redirectedUrl().isEqualTo("/sign-in?news=welcome");

        assertThat(signIn(mona, PASSWORD)).redirectedUrl().isEqualTo("/");
        assertThat(actions(mona)).containsExactly("invited", "password-chosen");
    }

    @Test
    void a_link_works_once_and_says_what_to_do_afterwards() throws Exception {
        var mona = invite(operator, STAFF_PAGES, "mona", Map.of("roles", "MANAGER"));
        var link = link(mona);
        choose(link, PASSWORD, PASSWORD);

        assertThat(mvc.get().uri(link)).hasStatus(410).bodyText().contains("This link has been used");
        assertThat(choose(link, "somebody else chose it", "somebody else chose it"))
                .hasStatus(410);
        assertThat(signIn(mona, PASSWORD)).redirectedUrl().isEqualTo("/");
    }

    @Test
    void a_new_link_ends_the_one_before_and_every_session() throws Exception {
        var mona = invite(operator, STAFF_PAGES, "mona", Map.of("roles", "MANAGER"));
        var first = link(mona);

        assertThat(post(operator, STAFF_PAGES + "/" + mona.id() + "/link", Map.of()))
                .redirectedUrl()
                .endsWith("?said=people.said.linkSent");

        assertThat(mvc.get().uri(first)).hasStatus(410).bodyText().contains("A newer link was sent");
        choose(link(mona), PASSWORD, PASSWORD);
        post(operator, STAFF_PAGES + "/" + mona.id() + "/link", Map.of());
        assertThat(choose(link(mona), "another four words", "another four words"))
                .hasStatus3xxRedirection();
        assertThat(signIn(mona, PASSWORD)).forwardedUrl().isEqualTo("/sign-in/refused");
        assertThat(mail(mona)).contains("choose a new password");
    }

    @Test
    void a_link_ends_after_a_week_when_the_address_changes_and_with_the_person() throws Exception {
        var late = invite(operator, STAFF_PAGES, "late", Map.of("roles", "MANAGER"));
        var moved = invite(operator, STAFF_PAGES, "moved", Map.of("roles", "MANAGER"));
        var gone = invite(operator, STAFF_PAGES, "gone", Map.of("roles", "MANAGER"));
        var sentBefore = link(moved);
        post(operator, STAFF_PAGES + "/" + moved.id(), form(moved, "email", "moved-" + mark + "@elsewhere.example"));
        post(operator, STAFF_PAGES + "/" + gone.id() + "/deactivate", Map.of());

        assertThat(mvc.get().uri(sentBefore)).hasStatus(410).bodyText().contains("A newer link was sent");
        assertThat(mvc.get().uri(link(gone))).hasStatus(410).bodyText().contains("You no longer have access");
        clock.advance(Duration.ofDays(7));
        assertThat(mvc.get().uri(link(late))).hasStatus(410).bodyText().contains("This link is too old");
        assertThat(choose(link(late), PASSWORD, PASSWORD)).hasStatus(410);
    }

    @Test
    void only_so_many_links_that_lead_nowhere_may_be_tried_from_one_address() throws Exception {
        var mona = invite(operator, STAFF_PAGES, "mona", Map.of("roles", "MANAGER"));
        for (int guess = 0; guess < 5; guess++) {
            assertThat(guess % 2 == 0 ? from("10.0.0.7", "/invitation/guessed") : from("10.0.0.7", "/set-up/guessed"))
                    .hasStatus(404);
        }

        assertThat(from("10.0.0.7", link(mona))).hasStatus(429);
        assertThat(from("10.0.0.7", link(mona).replace("/inv", "/%69nv"))).hasStatus(429);
        assertThat(from("10.0.0.8", link(mona))).hasStatusOk();
        clock.advance(Duration.ofMinutes(15));
        assertThat(from("10.0.0.7", link(mona))).hasStatusOk();
    }

    @Test
    void a_link_that_leads_somewhere_is_no_guess() throws Exception {
        var link = link(invite(operator, STAFF_PAGES, "mona", Map.of("roles", "MANAGER")));

        for (int visit = 0; visit < 12; visit++) {
            assertThat(from("10.0.0.9", link)).hasStatusOk();
        }
    }

    @Test
    void keeps_what_was_typed_and_says_at_each_field_what_is_wrong() throws Exception {
        var page = refused(post(
                operator,
                STAFF_PAGES,
                Map.of(
                        "name", "",
                        "signInName", "a b",
                        "email", "nonsense",
                        "telephone", "call me",
                        "language", "tlh",
                        "zone", "Europe/Nowhere")));

        for (var field : List.of("name", "signInName", "email", "telephone", "roles", "language", "zone")) {
            assertThat(page.select(".wrong #" + field + ", #" + field + ".wrong"))
                    .as(field)
                    .hasSize(1);
        }
        assertThat(page.select("#email").val()).isEqualTo("nonsense");
        assertThat(page.select("#zone").val()).isEqualTo("Europe/Nowhere");
    }

    @ParameterizedTest
    @CsvSource({
        "MANAGER PARTNER_SALES, true, Nobody can work for a partner and for us",
        "PARTNER_SALES, false, Choose the partner this person works for",
        "MANAGER, true, can only have roles of a partner",
        "'', false, Choose at least one role"
    })
    void roles_of_a_partner_and_of_the_vendor_do_not_mix(String roles, boolean ofPartner, String told)
            throws Exception {
        var fields = wish("mixed", Map.of("partner", ofPartner ? partner.id().toString() : ""));

        var answer = post(operator, STAFF_PAGES, fields, roles.isEmpty() ? new String[0] : roles.split(" "));

        assertThat(refused(answer).select(".field .error").text()).contains(told);
        assertThat(people.named("mixed-" + mark)).isEmpty();
    }

    @Test
    void nobody_is_invited_for_a_partner_that_has_ended() throws Exception {
        partners.become(manager.actor(), partner.id(), PartnerStanding.ENDED);

        var page = refused(post(
                operator,
                STAFF_PAGES,
                wish(
                        "late",
                        Map.of("roles", "PARTNER_SALES", "partner", partner.id().toString()))));

        assertThat(page.select("#partner-error").text()).contains("has ended");
    }

    @Test
    void a_sign_in_name_that_is_taken_is_refused_at_the_field() throws Exception {
        invite(operator, STAFF_PAGES, "mona", Map.of("roles", "MANAGER"));

        var page = refused(
                post(operator, STAFF_PAGES, wish("mona", Map.of("roles", "DIRECTOR", "signInName", "MONA-" + mark))));

        assertThat(page.select("#signInName-error").text()).contains("already signs in by this name");
    }

    @Test
    void changed_roles_count_and_are_written_down() throws Exception {
        var mona = invite(operator, STAFF_PAGES, "mona", Map.of("roles", "MANAGER"));

        assertThat(post(operator, STAFF_PAGES + "/" + mona.id(), form(mona), "DIRECTOR", "FINANCE"))
                .redirectedUrl()
                .endsWith("?said=people.said.changed");

        assertThat(people.get(mona.id()).roles()).containsExactlyInAnyOrder(Role.DIRECTOR, Role.FINANCE);
        assertThat(history(mona).get(1).details())
                .containsEntry("from", "MANAGER")
                .containsEntry("to", "DIRECTOR, FINANCE");
        assertThat(read(operator, STAFF_PAGES + "/" + mona.id())
                        .select(".timeline")
                        .text())
                .contains("Roles changed", operator.name());
    }

    @Test
    void a_new_address_is_written_down_beside_the_old_one() throws Exception {
        var mona = invite(operator, STAFF_PAGES, "mona", Map.of("roles", "MANAGER"));
        var address = "other-" + mark + "@elsewhere.example";

        post(operator, STAFF_PAGES + "/" + mona.id(), form(mona, "email", address), "MANAGER");

        assertThat(history(mona).get(1).action()).isEqualTo("address-changed");
        assertThat(history(mona).get(1).details())
                .containsEntry("from", mona.email().address())
                .containsEntry("to", address);
        assertThat(read(operator, STAFF_PAGES + "/" + mona.id())
                        .select(".timeline")
                        .text())
                .contains("E-mail address changed");
        assertThat(mail.page(null, Long.MAX_VALUE, 1).get(0))
                .returns(mona.email().address(), MailView::recipient)
                .returns("Your e-mail address was changed", MailView::subject);
    }

    @Test
    void of_two_who_change_a_person_the_second_is_told_and_keeps_the_entry() throws Exception {
        var mona = invite(operator, STAFF_PAGES, "mona", Map.of("roles", "MANAGER"));
        var seen = form(mona);
        post(operator, STAFF_PAGES + "/" + mona.id(), form(mona, "name", "Mona First"), "MANAGER");
        seen.put("name", "Mona Second");

        var page = refused(post(operator, STAFF_PAGES + "/" + mona.id(), seen, "MANAGER"));

        assertThat(page.select(".problems").text()).contains("Somebody else has changed this meanwhile");
        assertThat(page.select("form .facts").text()).contains("Mona First");
        assertThat(page.select("#name").val()).isEqualTo("Mona Second");
        assertThat(people.get(mona.id()).name()).isEqualTo("Mona First");
        seen.put("version", page.select("input[name=version]").val());
        assertThat(post(operator, STAFF_PAGES + "/" + mona.id(), seen, "MANAGER"))
                .hasStatus3xxRedirection();
    }

    @Test
    void the_last_operator_stays() throws Exception {
        people.everybody().stream()
                .filter(person -> !person.id().equals(operator.id()))
                .filter(person -> person.roles().contains(Role.OPERATOR))
                .forEach(other -> people.deactivate(other.id()));
        var invited = invite(operator, STAFF_PAGES, "second", Map.of("roles", "OPERATOR"));
        var page = STAFF_PAGES + "/" + operator.id();

        assertThat(refused(post(invited, page + "/deactivate", Map.of())).text())
                .as("somebody without a password cannot run anything")
                .contains("Nobody else can run this installation");
        assertThat(refused(post(invited, page, form(operator), "DESIGNER"))
                        .select("#roles .error")
                        .text())
                .contains("Nobody else can run this installation");

        choose(link(invited), PASSWORD, PASSWORD);
        assertThat(refused(post(operator, page + "/deactivate", Map.of())).text())
                .contains("take this from yourself");
        assertThat(post(invited, page + "/deactivate", Map.of())).hasStatus3xxRedirection();
        assertThat(people.get(operator.id()).active()).isFalse();
        assertThat(post(invited, page + "/activate", Map.of())).hasStatus3xxRedirection();
        assertThat(people.get(operator.id()).active()).isTrue();
    }

    @Test
    void whoever_partners_or_territories_depend_on_stays_until_they_are_handed_over() throws Exception {
        var director = people.register(PersonFixtures.someone(Role.DIRECTOR));
        TerritoryFixtures.territory("t-" + mark, "Territory " + mark, "DE", "Europe/Berlin", "EUR")
                .managedBy(manager.id())
                .directedBy(director.id())
                .registeredIn(territories, people);

        assertThat(refused(post(operator, STAFF_PAGES + "/" + manager.id() + "/deactivate", Map.of()))
                        .text())
                .contains("Hand them over first");
        assertThat(refused(post(operator, STAFF_PAGES + "/" + director.id(), form(director), "FINANCE"))
                        .select("#roles .error")
                        .text())
                .contains("Territories still have this person");
        partners.become(manager.actor(), partner.id(), PartnerStanding.ENDED);
        assertThat(refused(post(operator, STAFF_PAGES + "/" + manager.id() + "/deactivate", Map.of()))
                        .text())
                .contains("Territories still have this person");
    }

    @Test
    void lists_by_search_role_state_and_company_page_by_page() throws Exception {
        var first = invite(operator, STAFF_PAGES, "first", Map.of("roles", "FINANCE"));
        for (int number = 0; number < 55; number++) {
            people.register(PersonFixtures.someoneOf(partner.id().organisation(), Role.PARTNER_SALES));
        }

        assertThat(names(operator, STAFF_PAGES + "?search=FIRST-" + mark)).containsExactly(first.name());
        assertThat(names(operator, STAFF_PAGES + "?search=" + mark + "&role=FINANCE&state=INVITED&company=staff"))
                .containsExactly(first.name());
        assertThat(names(operator, STAFF_PAGES + "?search=" + mark + "&state=ACTIVE"))
                .isEmpty();
        for (var sort : List.of("name", "-name", "sign_in_name", "-email", "nonsense")) {
            var seen = new ArrayList<String>();
            var next = STAFF_PAGES + "?company=" + partner.id() + "&sort=" + sort;
            while (!next.isEmpty()) {
                var page = read(operator, next);
                seen.addAll(page.select("tbody a").eachText());
                next = page.select("a[rel=next]").attr("href");
            }
            assertThat(seen).as(sort).hasSize(56).doesNotHaveDuplicates();
        }
        assertThat(names(operator, STAFF_PAGES + "?search=" + mark + "&after=nonsense~here&company=x"))
                .contains(first.name());
    }

    @Test
    void exports_the_list_without_formulas() throws Exception {
        invite(operator, STAFF_PAGES, "formula", Map.of("roles", "FINANCE", "name", "=1+1 " + mark));

        assertThat(mvc.get().uri(STAFF_PAGES + "/export?search=formula-" + mark).with(SignedIn.as(operator)))
                .hasStatusOk()
                .bodyText()
                .contains("'=1+1 " + mark + ",formula-" + mark)
                .contains("finance,INVITED");
    }

    @Test
    void the_administrator_invites_colleagues_of_the_own_company_only() throws Exception {
        var other = aPartner().named("Other " + mark).registeredIn(partners, people);

        var ben = invite(
                admin,
                COLLEAGUES,
                "ben",
                Map.of("roles", "PARTNER_SALES", "partner", other.id().toString()));

        assertThat(ben.organisation()).isEqualTo(partner.id().organisation());
        assertThat(refused(post(admin, COLLEAGUES, wish("mole", Map.of("roles", "OPERATOR"))))
                        .select("#roles .error")
                        .text())
                .contains("can only have roles of a partner");
        assertThat(refused(post(admin, COLLEAGUES + "/" + ben.id(), form(ben), "MANAGER"))
                        .select("#roles .error")
                        .text())
                .contains("can only have roles of a partner");
        assertThat(choose(link(ben), PASSWORD, PASSWORD)).hasStatus3xxRedirection();
    }

    @Test
    void the_administrator_finds_nobody_of_another_company() throws Exception {
        var other = aPartner().named("Other " + mark).registeredIn(partners, people);
        var foreign = people.register(PersonFixtures.someoneOf(other.id().organisation(), Role.PARTNER_SALES));

        assertThat(names(admin, COLLEAGUES)).containsExactly(admin.name());
        assertThat(names(admin, COLLEAGUES + "?company=" + other.id())).containsExactly(admin.name());
        assertThat(mvc.get().uri(COLLEAGUES + "/export").with(SignedIn.as(admin)))
                .bodyText()
                .contains(admin.signInName())
                .doesNotContain(foreign.signInName(), operator.signInName());
        for (var stranger : List.of(foreign, operator)) {
            var page = COLLEAGUES + "/" + stranger.id();
            assertThat(mvc.get().uri(page).with(SignedIn.as(admin))).hasStatus(404);
            for (var act : List.of("", "/link", "/deactivate", "/activate")) {
                assertThat(post(admin, page + act, form(stranger), "PARTNER_SALES"))
                        .hasStatus(404);
            }
            assertThat(people.get(stranger.id())).isEqualTo(stranger);
        }
    }

    @Test
    void administrators_cannot_lock_themselves_out() throws Exception {
        var page = COLLEAGUES + "/" + admin.id();

        assertThat(read(admin, page).select("button.danger")).isEmpty();
        assertThat(refused(post(admin, page + "/deactivate", Map.of())).text()).contains("take this from yourself");
        assertThat(refused(post(admin, page, form(admin), "PARTNER_SALES")).text())
                .contains("take this from yourself");
    }

    @ParameterizedTest
    @ValueSource(strings = {STAFF_PAGES, COLLEAGUES})
    void others_are_kept_out(String pages) {
        for (var visitor : List.of(manager, people.register(PersonFixtures.someone(Role.DESIGNER)))) {
            assertThat(mvc.get().uri(pages).with(SignedIn.as(visitor))).hasStatus(403);
            assertThat(post(visitor, pages, Map.of())).hasStatus(403);
        }
        assertThat(mvc.get().uri(STAFF_PAGES).with(SignedIn.as(admin))).hasStatus(403);
    }

    private PersonView invite(PersonView by, String pages, String name, Map<String, String> more) {
        assertThat(post(by, pages, wish(name, more)))
                .redirectedUrl()
                .startsWith(pages)
                .endsWith("?said=people.said.invited");
        return people.named(name + "-" + mark).orElseThrow();
    }

    private Map<String, String> wish(String name, Map<String, String> more) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "name", "Person " + name,
                "signInName", name + "-" + mark,
                "email", name + "-" + mark + "@mail.example",
                "language", "en",
                "zone", "Europe/Berlin"));
        fields.putAll(more);
        return fields;
    }

    private Map<String, String> form(PersonView person, String... changed) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "name", person.name(),
                "email", person.email().address(),
                "language", "en",
                "zone", "Europe/Berlin",
                "version",
                        jdbc.sql("select version from person where id = ?")
                                .param(person.id().id())
                                .query(String.class)
                                .single()));
        if (changed.length > 0) {
            fields.put(changed[0], changed[1]);
            fields.put("roles", "MANAGER");
        }
        return fields;
    }

    private MvcTestResult post(PersonView by, String path, Map<String, String> fields, String... roles) {
        var request = mvc.post().uri(path).with(csrf()).with(SignedIn.as(by.id()));
        request.param("_once", UUID.randomUUID().toString());
        fields.forEach(request::param);
        if (roles.length > 0) {
            request.param("roles", roles);
        }
        return request.exchange();
    }

    private MvcTestResult choose(String link, String password, String repeated) {
        return mvc.post()
                .uri(link)
                .with(csrf())
                .param("password", password)
                .param("repeatedPassword", repeated)
                .exchange();
    }

    private MvcTestResult from(String address, String path) {
        return mvc.get()
                .uri(URI.create(path))
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                })
                .exchange();
    }

    private MvcTestResult signIn(PersonView person, String password) {
        return mvc.post()
                .uri("/sign-in")
                .with(csrf())
                .param("name", person.signInName())
                .param("password", password)
                .exchange();
    }

    private String mail(PersonView person) {
        return jdbc.sql("select text_body from outbox_mail where recipient = ? order by position desc limit 1")
                .param(person.email().address())
                .query(String.class)
                .single();
    }

    private String link(PersonView person) {
        var found = LINK.matcher(mail(person));
        assertThat(found.find()).as(mail(person)).isTrue();
        return found.group(1);
    }

    private List<AuditEntry> history(PersonView person) {
        return audit.of(new CaseReference("person", person.id().id()));
    }

    private List<String> actions(PersonView person) {
        return history(person).stream().map(AuditEntry::action).toList();
    }

    private List<String> names(PersonView by, String address) throws Exception {
        return read(by, address).select("tbody a").eachText();
    }

    private Document read(PersonView by, String address) throws Exception {
        return parse(
                mvc.get().uri(URI.create(address)).with(SignedIn.as(by.id())).exchange());
    }

    private static Document refused(MvcTestResult answer) throws Exception {
        assertThat(answer).hasStatus(422);
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }

    private static Document parse(MvcTestResult answer) throws Exception {
        assertThat(answer).hasStatus2xxSuccessful();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}

package io.handsel.accounts.web;

import static io.handsel.partner.PartnerFixtures.aPartner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.handsel.CompanyNames;
import io.handsel.MovableClock;
import io.handsel.accounts.AccountCheck;
import io.handsel.accounts.AccountFixtures;
import io.handsel.accounts.AccountId;
import io.handsel.accounts.AccountQuestion;
import io.handsel.accounts.AccountRegister;
import io.handsel.accounts.AccountReservations;
import io.handsel.accounts.AccountVerdict;
import io.handsel.accounts.ClaimOutcome;
import io.handsel.partner.Partners;
import io.handsel.security.People;
import io.handsel.security.PersonFixtures;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.security.SignedIn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
class AccountRecordPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccountRegister register;

    @Autowired
    AccountReservations reservations;

    @Autowired
    AccountCheck check;

    @Autowired
    Partners partners;

    @Autowired
    People people;

    private PersonView manager;
    private String mark;
    private String duns;

    @BeforeEach
    void a_manager() {
        manager = people.register(PersonFixtures.someone(Role.MANAGER));
        mark = CompanyNames.mark();
        // Also a VAT number.
        duns = AccountFixtures.germanVat();
    }

    @Test
    void an_account_is_written_down_with_everything_it_is_recognised_by() throws Exception {
        var id = written(wish(Map.of(
                "otherNames", "Hafen " + mark + "\nHW " + mark,
                "domain", mark + ".de, www." + mark + ".com",
                "duns", duns.substring(0, 2) + "-" + duns.substring(2),
                "vat", duns,
                "registry", "HRB " + duns)));

        var page = read("/accounts/" + id).text();
        assertThat(page)
                .contains("Hafen " + mark, "HW " + mark, mark + ".de", mark + ".com", duns, "DE" + duns, "18055");
        assertThat(page).contains("HRB" + duns);
        var record = register.record(id).written();
        assertThat(record.domains()).containsExactlyInAnyOrder(mark + ".de", mark + ".com");
        assertThat(record.otherNames()).containsExactlyInAnyOrder("Hafen " + mark, "HW " + mark);
    }

    @Test
    void a_part_is_written_down_below_its_whole() throws Exception {
        var whole = written(wish(Map.of()));
        var page = read("/accounts/new?parent=" + whole);
        assertThat(page.select(".lead").text()).contains("Hafenwerk " + mark);
        assertThat(page.select("#kind option[selected]").val()).isEqualTo("SITE");

        var part = written(wish(Map.of("name", "Part " + mark, "parent", whole.toString(), "kind", "SITE")));

        assertThat(register.get(part).parent()).isEqualTo(whole);
        assertThat(refused(post(
                                "/accounts",
                                wish(Map.of("parent", UUID.randomUUID().toString()))))
                        .select(".problems")
                        .text())
                .contains("The parent is not known");
    }

    @Test
    void keeps_what_was_typed_and_says_at_each_field_what_is_wrong() throws Exception {
        var page = refused(post(
                "/accounts",
                Map.of(
                        "name", " ",
                        "kind", "PLANET",
                        "otherNames", "x".repeat(201),
                        "domain", "not a domain!",
                        "country", "XX",
                        "state", "x".repeat(201),
                        "postcode", "x".repeat(201),
                        "city", "x".repeat(201),
                        "duns", "12345",
                        "vat", "!")));

        for (var field : List.of(
                "name", "kind", "otherNames", "domain", "country", "state", "postcode", "city", "duns", "vat")) {
            assertThat(page.select(".wrong #" + field)).as(field).hasSize(1);
        }
        assertThat(page.select("#duns").val()).isEqualTo("12345");
    }

    @ParameterizedTest
    @CsvSource({"duns, 12345678", "duns, 12345678X", "vat, 1", "vat, DE", "domain, com!", "domain, http://"})
    void a_malformed_identifier_is_refused_at_its_field(String field, String typed) throws Exception {
        assertThat(refused(post("/accounts", wish(Map.of(field, typed))))
                        .select("#" + field + "-error")
                        .text())
                .as(typed)
                .isNotBlank();
    }

    @Test
    void a_number_another_account_has_is_refused_and_nothing_is_written() throws Exception {
        written(wish(Map.of("duns", duns)));

        var page = refused(post("/accounts", wish(Map.of("name", "Other " + mark, "duns", duns))));

        assertThat(page.select("#duns-error").text()).contains("Another account has this number");
        assertThat(read("/accounts?text=Other " + mark).select("tbody tr")).isEmpty();
        var other = written(wish(Map.of("name", "Other " + mark)));
        assertThat(refused(post("/accounts/" + other, edited(other, Map.of("duns", duns))))
                        .select("#duns-error")
                        .text())
                .contains("Another account has this number");
    }

    @Test
    void a_changed_account_is_found_by_its_new_and_its_former_name() throws Exception {
        var id = written(wish(Map.of("domain", mark + ".de", "duns", duns)));

        assertThat(post("/accounts/" + id, edited(id, Map.of("name", "Renamed " + mark, "domain", mark + ".com"))))
                .redirectedUrl()
                .endsWith("?said=accounts.said.changed");

        var now = register.record(id).written();
        assertThat(now.otherNames()).containsExactly("Hafenwerk " + mark);
        assertThat(now.domains()).containsExactly(mark + ".com");
        assertThat(now.duns()).isEqualTo(duns);
        assertThat(read("/accounts/" + id).select(".timeline").text()).contains("Changed", manager.name());
        assertThat(read("/accounts?text=" + mark + ".com").select("tbody tr")).hasSize(1);
        assertThat(read("/accounts?text=" + mark + ".de").select("tbody tr")).isEmpty();
    }

    @Test
    void of_two_who_change_an_account_the_second_is_told_and_keeps_the_entry() throws Exception {
        var id = written(wish(Map.of()));
        var seen = edited(id, Map.of("city", "Rostock-Warnemünde"));
        post("/accounts/" + id, edited(id, Map.of("city", "Wismar")));

        var page = refused(post("/accounts/" + id, seen));

        assertThat(page.select(".problems").text()).contains("Somebody else has changed this account meanwhile");
        assertThat(page.select("form .card").text()).contains("Wismar");
        assertThat(page.select("#city").val()).isEqualTo("Rostock-Warnemünde");
        seen.put("version", page.select("input[name=version]").val());
        assertThat(post("/accounts/" + id, seen)).hasStatus3xxRedirection();
        assertThat(register.get(id).city()).isEqualTo("Rostock-Warnemünde");
    }

    @Test
    void a_new_designation_with_reason_owner_and_review_never_cuts_a_reservation_short() throws Exception {
        var partner = aPartner().activeIn(partners, people);
        var ana = people.register(PersonFixtures.someoneOf(partner.id().organisation()));
        var director = people.register(PersonFixtures.someone(Role.DIRECTOR));
        var id = written(wish(Map.of("domain", mark + ".de")));
        var question = AccountQuestion.about("Hafenwerk " + mark, mark + ".de", "DE");
        var reserved = (ClaimOutcome.Granted) reservations.reserve(ana.actor(), question);

        for (var designation : List.of("HOUSE", "ASSIGNED")) {
            assertThat(post(
                            "/accounts/" + id + "/designation",
                            Map.of(
                                    "designation",
                                    designation,
                                    "partner",
                                    aPartner().activeIn(partners, people).id().toString(),
                                    "from",
                                    "2020-01-01",
                                    "reviewOn",
                                    "2030-01-01",
                                    "reason",
                                    "Key account",
                                    "owner",
                                    director.id().toString())))
                    .hasStatus3xxRedirection();

            var answer = check.ask(ana.actor(), question);
            assertThat(answer.verdict()).as(designation).isEqualTo(AccountVerdict.YOURS);
            assertThat(answer.until()).isEqualTo(reserved.claim().until());
            assertThat(reservations.reservationsOf(ana.actor(), 5).get(0).until())
                    .isEqualTo(reserved.claim().until());
        }
        assertThat(read("/accounts/" + id).select(".timeline").text())
                .contains("Key account", director.name() + " answers for it", "To be looked at again");
    }

    @Test
    void nobody_of_a_partner_answers_for_a_designation() throws Exception {
        var id = written(wish(Map.of()));
        var ana = people.register(PersonFixtures.someoneOf(
                aPartner().activeIn(partners, people).id().organisation()));

        assertThat(refused(post(
                                "/accounts/" + id + "/designation",
                                Map.of(
                                        "designation", "HOUSE",
                                        "from", "2020-01-01",
                                        "owner", ana.id().toString())))
                        .select("#owner-error")
                        .text())
                .contains("our own people");
    }

    @Test
    void a_profile_shows_what_the_table_says_and_carries_it_out_with_one_press() throws Exception {
        var id = written(wish(Map.of(
                "segment", "Strategic", "employees", "12,000", "industry", "chemistry", "existingCustomer", "true")));
        var page = read("/accounts/" + id);
        assertThat(page.select("dl.facts").text()).contains("strategic", "12,000", "chemistry");
        var form = page.select("form[action=/accounts/designations]").first();
        assertThat(form.text()).contains("House account", "1 Apr 2026");
        assertThat(read("/accounts/" + id + "/edit").select("#employees").val()).isEqualTo("12000");
        assertThat(read("/accounts/designations").select("main h1").text()).isEqualTo("What the table says");

        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[name]").forEach(field -> fields.put(field.attr("name"), field.val()));
        fields.remove("_csrf");
        assertThat(post("/accounts/designations", fields))
                .redirectedUrl()
                .isEqualTo("/accounts/" + id + "?said=accounts.said.applied");

        page = read("/accounts/" + id);
        assertThat(page.select("form[action=/accounts/designations]")).isEmpty();
        assertThat(page.select(".timeline").text()).contains("As the table says");
        assertThat(post("/accounts/designations", Map.of("version", "another", "account", id.toString())))
                .redirectedUrl()
                .contains("accounts.said.tableChanged");
    }

    @Test
    void a_house_account_is_looked_at_again_with_two_keys() throws Exception {
        var id = written(wish(Map.of()));
        var laid = post(
                "/accounts/" + id + "/designation",
                Map.of("designation", "HOUSE", "from", "2019-01-01", "reviewOn", "2019-02-01", "reason", "=Agreed"));
        assertThat(laid).redirectedUrl().contains("accounts.said.designated");

        var list = read("/accounts/house?whose=mine");
        assertThat(list.select("tbody tr").text()).contains("Hafenwerk " + mark, "due", manager.name());
        // Others' accounts may be due in this register too, but none for longer.
        assertThat(list.select("a[data-key=r]").attr("href")).isEqualTo("/accounts/" + id + "/review");
        var page = read("/accounts/" + id + "/review");
        assertThat(page.select("button[data-key=s]").val()).isEqualTo("stays");
        Map<String, String> fields = new LinkedHashMap<>();
        page.select("main form input[name]").forEach(field -> fields.put(field.attr("name"), field.val()));
        fields.remove("_csrf");
        assertThat(refused(post("/accounts/" + id + "/review", fields)).text()).contains("stays or is open again");
        fields.put("outcome", "stays");
        assertThat(post("/accounts/" + id + "/review", fields)).redirectedUrl().contains("accounts.said.stays");

        assertThat(read("/accounts/house?show=due&whose=mine").select("tbody tr"))
                .isEmpty();
        assertThat(read("/accounts/house?whose=mine&sort=-name")
                        .select("tbody tr")
                        .text())
                .contains("2 Mar 2027");
        fields.put("word", UUID.randomUUID().toString());
        assertThat(refused(post("/accounts/" + id + "/review", fields)).text()).contains("meanwhile");
        var csv = mvc.get()
                .uri("/accounts/house/export?whose=mine")
                .with(SignedIn.as(manager))
                .exchange();
        assertThat(csv.getResponse().getContentAsString()).contains("Hafenwerk " + mark, "HOUSE", "'=Agreed");
    }

    @Test
    void a_profile_that_cannot_be_read_is_said_at_its_field_and_nothing_is_written() throws Exception {
        var page = refused(post("/accounts", wish(Map.of("employees", "many", "segment", "x".repeat(61)))));

        assertThat(page.select("#employees-error").text()).contains("whole number");
        assertThat(page.select("#segment-error").text()).contains("too long");
        assertThat(page.select("#employees").val()).isEqualTo("many");
    }

    @Test
    void what_is_not_there_is_not_found_and_partners_write_nothing() {
        assertThat(mvc.get().uri("/accounts/" + UUID.randomUUID() + "/edit").with(SignedIn.as(manager)))
                .hasStatus(404);
        assertThat(post("/accounts/" + UUID.randomUUID(), wish(Map.of()))).hasStatus(404);
        for (var path : List.of("/accounts/new", "/accounts/" + UUID.randomUUID() + "/edit")) {
            assertThat(mvc.get().uri(path).with(SignedIn.with(Role.PARTNER_ADMIN)))
                    .hasStatus(403);
        }
    }

    private Map<String, String> wish(Map<String, String> more) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "name", "Hafenwerk " + mark,
                "kind", "LEGAL_ENTITY",
                "country", "DE",
                "postcode", "18055",
                "city", "Rostock"));
        fields.putAll(more);
        return fields;
    }

    /** The form of an account as its page shows it, with some fields typed over. */
    private Map<String, String> edited(AccountId id, Map<String, String> changes) throws Exception {
        Map<String, String> fields = new LinkedHashMap<>();
        var page = read("/accounts/" + id + "/edit");
        for (var field : page.select("main form input[name], main form textarea[name]")) {
            fields.put(field.attr("name"), field.val());
        }
        for (var field : page.select("main form select[name]")) {
            fields.put(field.attr("name"), field.select("option[selected]").val());
        }
        fields.remove("_csrf");
        fields.putAll(changes);
        return fields;
    }

    private AccountId written(Map<String, String> fields) {
        var answer = post("/accounts", fields);
        assertThat(answer).redirectedUrl().endsWith("?said=accounts.said.created");
        return AccountId.parse(answer.getResponse().getRedirectedUrl().replaceAll(".*/|\\?.*", ""));
    }

    private MvcTestResult post(String path, Map<String, String> fields) {
        var request = mvc.post().uri(path).with(csrf()).with(SignedIn.as(manager));
        request.param("_once", UUID.randomUUID().toString());
        fields.forEach((name, text) -> {
            if (!name.equals("_once")) {
                request.param(name, text);
            }
        });
        return request.exchange();
    }

    private Document read(String address) throws Exception {
        var answer = mvc.get().uri(address).with(SignedIn.as(manager)).exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }

    private static Document refused(MvcTestResult answer) throws Exception {
        assertThat(answer).hasStatus(422);
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}

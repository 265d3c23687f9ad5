package io.handsel.agreements.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.handsel.MovableClock;
import io.handsel.agreements.AgreementFixtures;
import io.handsel.agreements.AgreementFixtures.Case;
import io.handsel.agreements.AgreementTemplates;
import io.handsel.disputes.DisputeTest;
import io.handsel.kernel.ContentHash;
import io.handsel.security.Actor;
import io.handsel.security.Role;
import io.handsel.security.SignedIn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What people see of an agreement, and what the portal shows as long as it is not in force. */
@DisputeTest
class AgreementPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    BeanFactory beans;

    @Autowired
    AgreementTemplates templates;

    @Autowired
    MovableClock clock;

    private AgreementFixtures fixtures;

    @BeforeEach
    void monday_10_in_berlin() {
        clock.moveTo(MovableClock.START);
        fixtures = AgreementFixtures.in(beans);
    }

    @Test
    void without_a_signature_there_is_no_portal() {
        var one = fixtures.asked();
        var sales = fixtures.colleague(one, Role.PARTNER_SALES);
        var signing = "/agreements/" + one.agreement();

        for (var path : new String[] {"/home", "/deals", "/deals/new", "/accounts/check", "/disputes"}) {
            assertThat(get(sales, path)).as(path).hasStatus(303).hasRedirectedUrl(signing);
        }
        assertThat(post(sales, "/disputes/" + UUID.randomUUID() + "/done", Map.of()))
                .hasStatus(303)
                .hasRedirectedUrl(signing);
        assertThat(mvc.get().uri("/deals").header("HX-Request", "true").with(SignedIn.as(sales.person())))
                .hasStatus(403)
                .hasHeader("HX-Redirect", signing);
        assertThat(get(sales, "/profile")).hasStatusOk();
        assertThat(get(sales, signing)).hasStatusOk();
        assertThat(get(sales, "/agreements")).hasStatus3xxRedirection().hasRedirectedUrl(signing);

        fixtures.signed(one);

        assertThat(get(sales, "/home")).hasStatusOk();
    }

    @Test
    void until_the_vendor_has_signed_too_the_portal_stays_closed_and_a_withdrawn_offer_does_not_open_it() {
        var one = fixtures.signed(fixtures.askedDistributor());
        assertThat(get(one.admin(), "/home")).hasRedirectedUrl("/agreements/" + one.agreement());

        assertThat(post(one.manager(), "/agreements/" + one.agreement() + "/withdraw", Map.of("reason", "Not now.")))
                .hasStatus3xxRedirection();
        assertThat(get(one.admin(), "/home")).hasRedirectedUrl("/agreements/" + one.agreement());
        assertThat(read(one.admin(), "/agreements/" + one.agreement()).text()).contains("Not now.");
    }

    @Test
    void somebody_reads_signs_and_keeps_it() throws IOException {
        var one = fixtures.asked();
        var path = "/agreements/" + one.agreement();

        var page = read(one.admin(), path);
        assertThat(page.select("#document").text()).contains(one.partner().name(), "Registering deals");
        assertThat(post(one.admin(), path + "/sign", signature(one, page)))
                .hasRedirectedUrl(path + "?said=agreements.said.signed");

        var file = get(one.admin(), path + "/file");
        assertThat(file).hasStatusOk().hasContentType("application/pdf");
        var content = file.getResponse().getContentAsByteArray();
        try (var pdf = Loader.loadPDF(content)) {
            var text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains(one.partner().name(), one.admin().name(), "Managing director", "127.0.0.1")
                    .contains(fixtures.document(one), "2026-03-02T09:00:00Z", "declared: may sign");
        }
        var hash = ContentHash.of(content).hex();
        assertThat(read(one.admin(), path).text()).contains(hash);
        assertThat(anybody("/agreements/verify?hash=" + hash).text())
                .contains("Genuine", fixtures.view(one).number());
        assertThat(anybody("/agreements/verify?hash=" + "0".repeat(64)).text())
                .contains("We know no signed agreement")
                .doesNotContain("Genuine");
        assertThat(get(one.manager(), path + "/file")).hasStatusOk();
    }

    @Test
    void what_is_wrong_with_a_signature_stands_at_its_field() {
        var one = fixtures.asked();
        var path = "/agreements/" + one.agreement();
        var wish = Map.of("name", "Nobody", "capacity", "Director", "document", fixtures.document(one));

        var answer = post(one.admin(), path + "/sign", wish);

        assertThat(answer).hasStatus(422);
        var page = Jsoup.parse(text(answer));
        assertThat(page.select(".problems a").attr("href")).isEqualTo("#name");
        assertThat(page.select("#capacity").val()).isEqualTo("Director");
    }

    @Test
    void a_german_partner_reads_and_keeps_it_in_german() throws IOException {
        var one = fixtures.asked(
                wish -> wish.named("Müller & Söhne GmbH Ελλάς Żółć").speaking(Locale.GERMAN));
        fixtures.signed(one);

        var path = "/agreements/" + one.agreement();
        assertThat(read(one.admin(), path).select("#document").attr("lang")).isEqualTo("de");
        try (var pdf =
                Loader.loadPDF(get(one.admin(), path + "/file").getResponse().getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains(
                            "Müller & Söhne GmbH Ελλάς Żółć",
                            "Partnervertrag für Wiederverkäufer",
                            "Unterschrieben von");
        }
    }

    @Test
    void another_partners_agreement_is_not_there() {
        var one = fixtures.signed(fixtures.asked());
        var other = fixtures.signed(fixtures.asked()).admin();
        var path = "/agreements/" + one.agreement();

        assertThat(get(other, path)).hasStatus(404);
        assertThat(get(other, path + "/file")).hasStatus(404);
        assertThat(post(other, path + "/sign", Map.of())).hasStatus(404);
        assertThat(get(other, "/agreements/" + UUID.randomUUID())).hasStatus(404);
    }

    @Test
    void staff_read_all_agreements_and_sign_none() {
        var one = fixtures.asked();
        var path = "/agreements/" + one.agreement();

        for (var role : new Role[] {Role.MANAGER, Role.DIRECTOR, Role.FINANCE, Role.OPERATOR}) {
            var staff = fixtures.staff(role);
            assertThat(read(staff, path).select("#sign")).isEmpty();
            assertThat(post(staff, path + "/sign", Map.of())).hasStatus(403);
            assertThat(read(staff, "/agreements?status=ASKED").select("tbody").text())
                    .contains(one.partner().name());
        }
        assertThat(read(one.manager(), "/agreements?status=IN_FORCE")
                        .select("tbody")
                        .text())
                .doesNotContain(one.partner().name());
    }

    @Test
    void a_designer_writes_the_next_version_and_what_exists_keeps_its_own() {
        var designer = fixtures.staff(Role.DESIGNER);
        var path = "/agreements/templates/distributor-en";
        var newest = templates.newest("distributor", "en").orElseThrow();
        var before = fixtures.askedDistributor();
        var text = "### Ours\n\nFor {{partner}}, with <script>alert(1)</script>.";
        Map<String, String> form =
                Map.of("title", "A title for {{partner}}", "body", text, "after", String.valueOf(newest.version()));

        var preview = post(designer, path, with(form, "act", "preview"));
        assertThat(Jsoup.parse(text(preview)).select("#preview article").html())
                .contains("[partner]")
                .doesNotContain("<script>");
        assertThat(templates.newest("distributor", "en")).contains(newest);

        assertThat(post(designer, path, form)).hasStatus3xxRedirection();
        assertThat(templates.newest("distributor", "en").orElseThrow().version())
                .isEqualTo(newest.version() + 1);
        assertThat(read(before.admin(), "/agreements/" + before.agreement())
                        .select("#document h2")
                        .text())
                .isEqualTo(newest.title());
        var after = fixtures.askedDistributor();
        assertThat(read(after.admin(), "/agreements/" + after.agreement())
                        .select("#document h2")
                        .text())
                .isEqualTo("A title for " + after.partner().name());

        // The same again was written on a version that is not the newest any more.
        var late = post(designer, path, form);
        assertThat(late).hasStatus(422);
        assertThat(text(late)).contains("Somebody else has saved a version");
        assertThat(read(designer, path + "?version=" + newest.version())
                        .select("#preview")
                        .text())
                .contains("The resellers");
    }

    @Test
    void a_placeholder_nobody_knows_is_refused_by_name() {
        var answer = post(
                fixtures.staff(Role.DESIGNER),
                "/agreements/templates/reseller-de",
                Map.of("title", "Titel", "body", "Für {{partner}} und {{favourite-colour}}", "after", "1"));

        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains("favourite-colour");
        assertThat(templates.newest("reseller", "de").orElseThrow().body()).doesNotContain("favourite");
    }

    @Test
    void others_of_the_vendor_read_templates_and_do_not_write_them() {
        var director = fixtures.staff(Role.DIRECTOR);

        assertThat(read(director, "/agreements/templates/reseller-de").select("textarea"))
                .isEmpty();
        assertThat(post(director, "/agreements/templates/reseller-de", Map.of()))
                .hasStatus(403);
        assertThat(get(director, "/agreements/templates/reseller-xx")).hasStatus(404);
    }

    private Map<String, String> signature(Case one, Document page) {
        return Map.of(
                "name",
                one.admin().name(),
                "capacity",
                "Managing director",
                "authority",
                "true",
                "document",
                page.select("input[name=document]").val());
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        var more = new HashMap<>(form);
        more.put(name, value);
        return more;
    }

    private MvcTestResult get(Actor actor, String path) {
        return mvc.get().uri(path).with(SignedIn.as(actor.person())).exchange();
    }

    private MvcTestResult post(Actor actor, String path, Map<String, String> fields) {
        var request = mvc.post().uri(path).with(SignedIn.as(actor.person())).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private Document read(Actor actor, String path) {
        var answer = get(actor, path);
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(text(answer));
    }

    private Document anybody(String path) {
        return Jsoup.parse(text(mvc.get().uri(path).exchange()));
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}

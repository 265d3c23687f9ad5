package io.handsel.shell.web;

import static example.ExampleApplication.actor;
import static example.ExampleApplication.partner;
import static example.ExampleApplication.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import example.ShellExample;
import io.handsel.security.Actor;
import io.handsel.security.Role;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ShellExample
class LayoutTests {

    @Autowired
    MockMvcTester mvc;

    @Test
    void the_frame_stands_around_a_page_for_somebody_unknown() {
        Document page = page(mvc.get().uri("/example").exchange());

        assertThat(page.select("a.skip").attr("href")).isEqualTo("#main");
        assertThat(page.select(".brand").text()).isEqualTo("Acme partners");
        assertThat(page.select("nav.nav")).isEmpty();
        assertThat(page.select("script[src^=/assets/handsel-]")).hasSize(1);
        assertThat(page.select("link[href^=/assets/style-]")).hasSize(1);
        assertThat(page.select("meta[name=csrf]").attr("content")).isNotBlank();
        assertThat(page.select("[style], style, script:not([src]), [onclick]")).isEmpty();
    }

    @Test
    void an_asset_is_found_by_the_address_pages_give_it_and_kept_for_a_year() {
        var page = page(mvc.get().uri("/example").exchange());

        for (var address : List.of(
                page.select("script[src]").attr("src"),
                page.select("link[rel=stylesheet]").attr("href"))) {
            assertThat(mvc.get().uri(address))
                    .hasStatusOk()
                    .headers()
                    .hasValue("Cache-Control", "max-age=31536000, public");
        }
        assertThat(mvc.get().uri("/assets/none.css")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void each_role_sees_the_entries_meant_for_it_in_order(Role role) {
        Document page = page(mvc.get()
                .uri("/example")
                .with(signedIn(actor(role)))
                .locale(Locale.UK)
                .exchange());

        switch (role) {
            case PARTNER_SALES -> assertThat(page.select(".nav a").eachText()).containsExactly("Arbeit 1.200", "Orte");
            case MANAGER -> assertThat(page.select(".nav a").eachText()).containsExactly("Work 1,200");
            default ->
                assertThat(page.select(".nav a").eachText())
                        .isEqualTo(Role.PARTNER.contains(role) ? List.of("Orte") : List.of());
        }
        assertThat(page.select(".nav [aria-current=page]"))
                .hasSize(role == Role.PARTNER_SALES || role == Role.MANAGER ? 1 : 0);
    }

    @Test
    void times_and_words_are_the_readers() {
        assertThat(page(mvc.get()
                                .uri("/example")
                                .with(signedIn(staff(Role.MANAGER)))
                                .exchange())
                        .select(".clock")
                        .text())
                .isEqualTo("answer by Thu 14:00 (3 working hours left)");
        assertThat(page(mvc.get()
                                .uri("/example")
                                .with(signedIn(partner(Role.PARTNER_SALES)))
                                .exchange())
                        .select(".clock")
                        .text())
                .isEqualTo("Antwort bis Do. 15:00 (noch 3 Arbeitsstunden)");
    }

    @Test
    void somebody_unknown_reads_the_language_of_the_browser_or_the_chosen_one() {
        assertThat(page(mvc.get().uri("/example").locale(Locale.GERMAN).exchange())
                        .select("html")
                        .attr("lang"))
                .isEqualTo("de");

        MvcTestResult chosen = mvc.post()
                .uri("/language")
                .param("tag", "de")
                .param("back", "/example?said=x")
                .with(csrf())
                .exchange();

        assertThat(chosen).hasStatus(HttpStatus.FOUND).redirectedUrl().isEqualTo("/example?said=x");
        assertThat(chosen).cookies().hasValue("language", "de");
    }

    @Test
    void the_language_switch_leads_nowhere_else() {
        assertThat(mvc.post()
                        .uri("/language")
                        .param("tag", "de")
                        .param("back", "//evil.example")
                        .with(csrf()))
                .redirectedUrl()
                .isEqualTo("/");
    }

    @Test
    void what_was_done_is_said_once_and_only_in_our_words() {
        assertThat(page(mvc.get().uri("/example?said=example.said.noted").exchange())
                        .select(".said")
                        .text())
                .isEqualTo("It is noted.");
        assertThat(page(mvc.get().uri("/example?said=shell.close").exchange()).select(".said"))
                .isEmpty();
    }

    @Test
    void fields_keep_what_was_typed_and_say_what_is_wrong_with_them() {
        MvcTestResult result = mvc.post()
                .uri("/example/notes")
                .param("text", " ")
                .param("more", "Keep me")
                .param("_agreed", "on")
                .with(csrf())
                .exchange();
        Document page = page(result);

        assertThat(result).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(page.select(".problems a").attr("href")).isEqualTo("#text");
        assertThat(page.select("#text").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("#text").attr("aria-describedby")).isEqualTo("text-hint text-error");
        assertThat(page.select("#text-error").text()).isNotBlank();
        assertThat(page.select("#more").val()).isEqualTo("Keep me");
        assertThat(page.select("#more").hasAttr("aria-invalid")).isFalse();
        assertThat(page.select("input[name=_once]").val()).isNotBlank();
    }

    @Test
    void shared_fragments_are_drawn() {
        Document page = page(mvc.get().uri("/example?sort=value&after=x&q=ü").exchange());

        assertThat(page.select("th[aria-sort=ascending] a").attr("href")).isEqualTo("/example?q=%C3%BC&sort=-value");
        assertThat(page.select("a[rel=next]").attr("href"))
                .contains("after=abc%2F%3D")
                .contains("q=%C3%BC");
        assertThat(page.select("a[rel=first]").attr("href")).doesNotContain("after");
        assertThat(page.select("option[selected]").text()).isEqualTo("Second");
        assertThat(page.select(".status[data-tone=good]").text()).isEqualTo("Approved");
        assertThat(page.select(".timeline li[data-tone=good] strong").text()).isEqualTo("Approved");
        assertThat(page.select("figure svg g.here")).hasSize(1);
        assertThat(page.select("figure li").eachText()).contains("Detect conflicts: ahead", "Deal registered: ahead");
    }

    @Test
    void the_home_page_is_put_together_from_what_modules_offer() {
        Document home = page(mvc.get()
                .uri("/home")
                .with(signedIn(partner(Role.PARTNER_SALES)))
                .exchange());

        assertThat(home.select(".big-buttons a.primary").attr("href")).isEqualTo("/example/new");
        assertThat(home.select("main > #search")).hasSize(1);
        assertThat(home.select(".cards #mine").text()).isEqualTo("Ana Alves");

        Document empty =
                page(mvc.get().uri("/home").with(signedIn(staff(Role.OPERATOR))).exchange());

        assertThat(empty.select(".empty")).hasSize(1);
    }

    @Test
    void everybody_starts_where_their_work_is() {
        assertThat(mvc.get().uri("/")).redirectedUrl().isEqualTo("/sign-in");
        assertThat(mvc.get().uri("/").with(signedIn(partner(Role.PARTNER_SALES))))
                .redirectedUrl()
                .isEqualTo("/home");
        assertThat(mvc.get().uri("/").with(signedIn(staff(Role.MANAGER))))
                .redirectedUrl()
                .isEqualTo("/example");
    }

    @Test
    void the_accent_is_the_vendors_and_can_be_read() {
        assertThat(mvc.get().uri("/brand.css"))
                .hasStatusOk()
                .bodyText()
                .contains("prefers-color-scheme:dark")
                .contains("--accent:#ffcc00");
        assertThat(mvc.get().uri("/brand/logo")).hasStatus(HttpStatus.NOT_FOUND);
    }

    static RequestPostProcessor signedIn(Actor actor) {
        return authentication(new TestingAuthenticationToken(actor, null, "ROLE_ANY"));
    }

    private static Document page(MvcTestResult result) {
        try {
            return Jsoup.parse(result.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException everyJavaHasUtf8) {
            throw new IllegalStateException(everyJavaHasUtf8);
        }
    }
}

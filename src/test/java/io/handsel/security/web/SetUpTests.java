package io.handsel.security.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.handsel.MovableClock;
import io.handsel.security.People;
import io.handsel.security.Role;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(properties = "handsel.base-url=https://handsel.example")
@AutoConfigureMockMvc
@ActiveProfiles("test")
@Import(MovableClock.class)
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class SetUpTests {

    private static final Pattern LINK = Pattern.compile("https://handsel\\.example(/set-up/\\S+)");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    MovableClock clock;

    @Autowired
    ConfigurableApplicationContext context;

    @Test
    void a_first_start_prints_a_link_that_makes_one_person_once(CapturedOutput output) {
        announce();
        var ofOneNode = link(output);
        announce();
        var ofAnother = link(output);

        assertThat(ofOneNode).isNotEqualTo(ofAnother);
        assertThat(mvc.get().uri(ofOneNode)).hasStatusOk();
        assertThat(make(ofOneNode, "olga", "short"))
                .hasStatus(422)
                .bodyText()
                .contains("at least 12", "value=\"olga\"")
                .doesNotContain("value=\"short\"");
        assertThat(make(ofOneNode, "olga", "a long enough one")).redirectedUrl().isEqualTo("/sign-in?news=set-up");
        assertThat(people.named("olga").orElseThrow().roles()).contains(Role.OPERATOR);

        for (var used : List.of(ofOneNode, ofAnother)) {
            assertThat(mvc.get().uri(used)).hasStatus(404);
            assertThat(make(used, "mallory", "a long enough one")).hasStatus(404);
        }
        assertThat(people.everybody()).hasSize(1);
    }

    @Test
    void the_link_ends_after_a_day_and_a_guessed_one_is_not_found(CapturedOutput output) {
        announce();
        var link = link(output);

        assertThat(mvc.get().uri("/set-up/guessed")).hasStatus(404);
        clock.advance(Duration.ofHours(24));
        assertThat(mvc.get().uri(link)).hasStatus(404);
        assertThat(make(link, "mallory", "a long enough one")).hasStatus(404);
        assertThat(people.isNobodyThere()).isTrue();
    }

    private MvcTestResult make(String link, String name, String password) {
        return mvc.post()
                .uri(link)
                .with(csrf())
                .param("name", "Olga Operator")
                .param("signInName", name)
                .param("email", "olga@vendor.example")
                .param("password", password)
                .param("repeatedPassword", password)
                .exchange();
    }

    /** As at the end of a start. */
    private void announce() {
        context.publishEvent(new ApplicationReadyEvent(new SpringApplication(), new String[0], context, Duration.ZERO));
    }

    private static String link(CapturedOutput output) {
        var links = LINK.matcher(output.getOut())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(links).isNotEmpty();
        return links.get(links.size() - 1);
    }
}

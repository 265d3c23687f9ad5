package io.handsel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** What an operator does first with a new installation: there is nobody yet, and nothing in the database. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@ContextConfiguration(initializers = Journey.Database.class)
@ExtendWith({OutputCaptureExtension.class, Visitors.Browsers.class})
class FirstStartIT {

    private static final Pattern LINK = Pattern.compile("http://\\S+?(/set-up/\\S+)");

    @Autowired
    ProcessEngine engine;

    @Test
    void an_empty_postgresql_gets_its_tables_and_the_log_leads_to_the_first_operator(
            CapturedOutput output, Visitors visitors) {
        assertThat(engine.getProcessEngineConfiguration().getDatabaseType()).isEqualTo("postgres");
        var link = LINK.matcher(output.getAll());
        assertThat(link.find()).isTrue();
        var examination = new Examination();

        var olga = visitors.anybody().open(link.group(1));
        assertThat(examination.of(olga.page())).isEmpty();
        olga.find("main form button.primary").click();
        olga.find(".field .error").first().waitFor();
        assertThat(examination.of(olga.page())).isEmpty();

        olga.find("#signInName").fill("olga");
        olga.find("#name").fill("Olga Petrenko");
        olga.find("#email").fill("olga@vendor.example");
        olga.find("#password").fill(Visitor.PASSWORD);
        olga.find("#repeatedPassword").fill(Visitor.PASSWORD);
        olga.find("main form button.primary").click();
        olga.reads("Done. Sign in with the name and password you have just chosen.");

        olga.signIn("olga");
        assertThat(olga.find("nav.nav a").count()).isPositive();
    }
}

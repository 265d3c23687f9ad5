package io.handsel.notifications.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.handsel.notifications.MailState;
import io.handsel.notifications.Notice;
import io.handsel.notifications.Notifications;
import io.handsel.notifications.OutgoingMail;
import io.handsel.security.People;
import io.handsel.security.PersonFixtures;
import io.handsel.security.PersonId;
import io.handsel.security.Role;
import io.handsel.security.SignedIn;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(properties = "spring.messages.basename=messages,notices")
@AutoConfigureMockMvc
@ActiveProfiles("test")
class MailControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Notifications notifications;

    @Autowired
    OutgoingMail outgoing;

    @Autowired
    People people;

    @Autowired
    TransactionTemplate transaction;

    private PersonId operator;

    @BeforeEach
    void somebody() {
        operator = people.register(PersonFixtures.someone(Role.OPERATOR)).id();
    }

    @Test
    void without_a_server_mail_is_kept_and_shown_page_by_page() {
        transaction.executeWithoutResult(status -> IntStream.range(0, 60)
                .forEach(number -> notifications.send(Notice.to(operator)
                        .about("test.mail.approved", "Customer <" + number + ">", "1", "2", "3")
                        .once(operator + "-" + number))));

        var first =
                mvc.get().uri("/operations/mail").with(SignedIn.as(operator)).exchange();
        assertThat(first)
                .hasStatusOk()
                .bodyText()
                .contains("No mail server is set", "Customer &lt;59&gt;", "Customer &lt;10&gt;", "rel=\"next\"")
                .doesNotContain("Customer &lt;9&gt;");
        var last = outgoing.page(null, Long.MAX_VALUE, 50).get(49).position();
        assertThat(mvc.get().uri("/operations/mail?after=" + last).with(SignedIn.as(operator)))
                .bodyText()
                .contains("Customer &lt;9&gt;", "Customer &lt;0&gt;");
        assertThat(mvc.get().uri("/operations/mail?state=SENT").with(SignedIn.as(operator)))
                .bodyText()
                .contains("No mail here");
    }

    @Test
    void a_mail_can_be_read_and_tried_again_and_a_guessed_one_is_not_found() {
        transaction.executeWithoutResult(status -> notifications.send(Notice.to(operator)
                .about("test.mail.approved", "Acme", "1", "2", "3")
                .once(operator + "-one")));
        var mail = outgoing.page(MailState.WAITING, Long.MAX_VALUE, 1).get(0).position();

        assertThat(mvc.get().uri("/operations/mail/" + mail).with(SignedIn.as(operator)))
                .hasStatusOk()
                .bodyText()
                .contains("Second paragraph.", "Try again now");
        assertThat(mvc.post()
                        .uri("/operations/mail/" + mail + "/retry")
                        .with(csrf())
                        .with(SignedIn.as(operator)))
                .redirectedUrl()
                .isEqualTo("/operations/mail/" + mail + "?said=notifications.said.retried");
        assertThat(mvc.get().uri("/operations/mail/987654321").with(SignedIn.as(operator)))
                .hasStatus(404);
    }

    @Test
    void without_a_server_the_operator_hands_people_their_secrets() {
        transaction.executeWithoutResult(status -> notifications.send(Notice.to(operator)
                .about("test.mail.approved", "Acme", "1", "2", "3")
                .inConfidence()
                .once(operator + "-secret")));
        var mail = outgoing.page(MailState.WAITING, Long.MAX_VALUE, 1).get(0).position();

        assertThat(mvc.get().uri("/operations/mail/" + mail).with(SignedIn.as(operator)))
                .hasStatusOk()
                .bodyText()
                .contains("Second paragraph.")
                .doesNotContain("for the recipient only");
    }
}

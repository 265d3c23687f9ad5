package io.handsel.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.handsel.MovableClock;
import io.handsel.kernel.EmailAddress;
import io.handsel.kernel.Money;
import io.handsel.security.People;
import io.handsel.security.PersonFixtures;
import io.handsel.security.PersonId;
import io.handsel.security.Role;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
        properties = {
            "spring.messages.basename=messages,notices",
            "handsel.base-url=https://handsel.example",
            "spring.mail.host=127.0.0.1"
        })
@ActiveProfiles("test")
@Import(MovableClock.class)
class OutboxTests {

    private static final int PORT = freePort();

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.port", () -> PORT);
    }

    @Autowired
    Notifications notifications;

    @Autowired
    OutgoingMail outgoing;

    @Autowired
    MailDispatch dispatch;

    @Autowired
    Outbox outbox;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    private final GreenMail server = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private PersonId ana;

    @BeforeEach
    void emptyOutbox() {
        transaction.executeWithoutResult(
                status -> jdbc.sql("delete from outbox_mail").update());
        ana = people.register(PersonFixtures.someone(Role.MANAGER)).id();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_mail_leaves_after_the_commit_and_only_once_for_its_key() throws Exception {
        server.start();
        var notice = approved(ana, "approved-1");
        send(notice);
        send(notice);
        dispatch.sendDue();
        send(notice);
        dispatch.sendDue();

        var mails = server.getReceivedMessages();
        assertThat(mails).hasSize(1);
        assertThat(mails[0].getSubject()).isEqualTo("Your deal with Müller & Söhne is approved");
        assertThat(mails[0].getMessageID())
                .isEqualTo("<" + UUID.nameUUIDFromBytes("approved-1".getBytes()) + "@handsel.example>");
    }

    @Test
    void a_secret_of_the_recipient_is_read_by_nobody_else_and_forgotten_once_it_is_sent() throws Exception {
        server.start();
        send(Notice.to(ana)
                .about("test.mail.approved", "Acme", "1", "2", "3")
                .inConfidence()
                .once("secret"));

        var waiting = outgoing.page(null, Long.MAX_VALUE, 1).get(0);
        assertThat(waiting.text()).isEmpty();
        assertThat(outgoing.get(waiting.position()).text()).isEmpty();
        dispatch.sendDue();

        assertThat(GreenMailUtil.getBody(server.getReceivedMessages()[0])).contains("Second paragraph.");
        assertThat(outbox.find(waiting.position()).orElseThrow().state()).isEqualTo(MailState.SENT);
        assertThat(jdbc.sql("select text_body || html_body from outbox_mail")
                        .query(String.class)
                        .single())
                .isEmpty();
    }

    @Test
    void what_is_rolled_back_is_told_to_nobody() {
        server.start();
        transaction.executeWithoutResult(status -> {
            notifications.send(approved(ana, "never"));
            status.setRollbackOnly();
        });
        dispatch.sendDue();

        assertThat(server.getReceivedMessages()).isEmpty();
        assertThatThrownBy(() -> notifications.send(approved(ana, "outside")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void a_server_that_is_away_is_asked_again_later_and_longer() {
        send(approved(ana, "patience"));
        dispatch.sendDue();
        assertThat(only().state()).isEqualTo(MailState.WAITING);
        assertThat(only().problem()).isNotBlank();
        assertThat(only().nextAttemptAt()).isEqualTo(clock.instant().plusSeconds(10));

        server.start();
        dispatch.sendDue();
        assertThat(server.getReceivedMessages()).isEmpty();

        clock.advance(Duration.ofSeconds(10));
        dispatch.sendDue();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(only().state()).isEqualTo(MailState.SENT);
        assertThat(only().problem()).isNull();
    }

    @Test
    void is_put_aside_after_the_last_attempt_until_the_operator_says_so() {
        send(approved(ana, "hopeless"));
        for (var wait : new String[] {"PT10S", "PT1M", "PT10M", "PT1H", "PT6H"}) {
            dispatch.sendDue();
            assertThat(only().state()).isEqualTo(MailState.WAITING);
            clock.advance(Duration.parse(wait));
        }
        dispatch.sendDue();
        assertThat(only().state()).isEqualTo(MailState.DEAD);
        assertThat(only().attempts()).isEqualTo(6);

        server.start();
        clock.advance(Duration.ofDays(1));
        dispatch.sendDue();
        assertThat(server.getReceivedMessages()).isEmpty();

        assertThat(outgoing.retry(only().position())).isTrue();
        dispatch.sendDue();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(outgoing.retry(only().position())).isFalse();
    }

    @Test
    void a_recipient_that_cannot_be_written_to_holds_up_nobody() {
        server.start();
        transaction.executeWithoutResult(status -> {
            notifications.send(
                    Notice.toAddress(EmailAddress.parse("broken(@nowhere.example"), Locale.ENGLISH, ZoneId.of("UTC"))
                            .about("test.mail.approved", "A", "B", "C", "D")
                            .once("broken"));
            notifications.send(approved(ana, "fine"));
        });
        dispatch.sendDue();

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(outgoing.page(MailState.WAITING, Long.MAX_VALUE, 10))
                .singleElement()
                .extracting(MailView::recipient)
                .isEqualTo("broken(@nowhere.example");
    }

    @Test
    void a_node_that_dies_while_sending_leaves_the_mail_to_the_next() {
        server.start();
        send(approved(ana, "orphan"));
        assertThat(outbox.take()).isPresent();

        dispatch.sendDue();
        assertThat(server.getReceivedMessages()).isEmpty();
        clock.advance(Duration.ofMinutes(2));
        dispatch.sendDue();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void two_hundred_mails_leave_once_each() {
        server.start();
        transaction.executeWithoutResult(status ->
                IntStream.range(0, 200).forEach(number -> notifications.send(approved(ana, "bulk-" + number))));
        dispatch.sendDue();
        dispatch.sendDue();

        assertThat(Arrays.stream(server.getReceivedMessages()).map(OutboxTests::messageId))
                .hasSize(200)
                .doesNotHaveDuplicates();
    }

    @Test
    void is_written_in_the_language_and_zone_of_the_reader_and_escaped() throws Exception {
        server.start();
        people.prefer(ana, Locale.GERMAN, ZoneId.of("Europe/Vienna"), true);
        send(approved(ana, "german"));
        dispatch.sendDue();

        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Ihr Geschäft mit Müller & Söhne ist bewilligt");
        var text = part(mail, "text/plain");
        assertThat(text)
                .contains("Für Müller & Söhne: <b>1.250,50\u00a0€</b> bis 03.03.2026, 00:30, 05.05.2026.")
                .contains("Zweiter Absatz.")
                .contains("Öffnen: https://handsel.example/deals/1");
        assertThat(part(mail, "text/html"))
                .contains("lang=\"de\"")
                .contains("Müller &amp; Söhne: &lt;b&gt;1.250,50")
                .contains("href=\"https://handsel.example/deals/1\"")
                .contains("<p>Zweiter Absatz.</p>");
    }

    @Test
    void a_line_break_in_a_name_begins_no_header() throws Exception {
        server.start();
        send(Notice.to(ana)
                .about("test.mail.approved", "Evil\r\nBcc: all@vendor.example", "1", "2", "3")
                .once("header"));
        dispatch.sendDue();

        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).isEqualTo("Your deal with Evil Bcc: all@vendor.example is approved");
    }

    @Test
    void whoever_left_is_not_told() {
        people.deactivate(ana);
        send(approved(ana, "gone"));

        assertThat(outgoing.page(null, Long.MAX_VALUE, 10)).isEmpty();
    }

    private void send(Notice notice) {
        transaction.executeWithoutResult(status -> notifications.send(notice));
    }

    private MailView only() {
        return outgoing.page(null, Long.MAX_VALUE, 2).get(0);
    }

    private static Notice approved(PersonId person, String key) {
        return Notice.to(person)
                .about(
                        "test.mail.approved",
                        "Müller & Söhne",
                        Money.euros("1250.50"),
                        Instant.parse("2026-03-02T23:30:00Z"),
                        LocalDate.parse("2026-05-05"))
                .linkTo("/deals/1")
                .once(key);
    }

    private static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String part(Part part, String type) throws Exception {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (var index = 0; index < parts.getCount(); index++) {
                var found = part(parts.getBodyPart(index), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

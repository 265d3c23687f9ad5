package io.handsel.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.handsel.PostgresDatabase;
import io.handsel.security.People;
import io.handsel.security.PersonFixtures;
import io.handsel.security.Role;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Several nodes, one outbox: on PostgreSQL, because that is where they share it. */
@SpringBootTest(properties = {"spring.messages.basename=messages,notices", "spring.mail.host=127.0.0.1"})
@ActiveProfiles("test")
class OutboxIT {

    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        PostgresDatabase.create().register(registry);
        SERVER.start();
        registry.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Autowired
    Notifications notifications;

    @Autowired
    OutgoingMail outgoing;

    @Autowired
    MailDispatch dispatch;

    @Autowired
    People people;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void senders_in_parallel_send_each_mail_once() {
        var ana = people.register(PersonFixtures.someone(Role.MANAGER)).id();
        transaction.executeWithoutResult(status -> IntStream.range(0, 200)
                .forEach(number -> notifications.send(Notice.to(ana)
                        .about("test.mail.approved", number, "1", "2", "3")
                        .once("parallel-" + number))));

        CompletableFuture.allOf(IntStream.range(0, 4)
                        .mapToObj(node -> CompletableFuture.runAsync(dispatch::sendDue))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(Arrays.stream(SERVER.getReceivedMessages()).map(OutboxIT::messageId))
                .hasSize(200)
                .doesNotHaveDuplicates();
        assertThat(outgoing.page(MailState.SENT, Long.MAX_VALUE, 300)).hasSize(200);
    }

    private static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}

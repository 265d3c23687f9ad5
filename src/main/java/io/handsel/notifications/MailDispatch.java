package io.handsel.notifications;

import io.handsel.notifications.Outbox.Attempt;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what waits in the outbox, on every node, each mail by one of them. A node that dies after the server took a
 * mail and before it noted so leaves it to be sent again: the message id comes from the notice's key, so the second is
 * recognised as the first.
 */
@Component
class MailDispatch {

    private static final Logger LOG = LoggerFactory.getLogger(MailDispatch.class);

    private final Outbox outbox;
    private final ObjectProvider<JavaMailSender> server;
    private final NotificationSettings settings;

    MailDispatch(Outbox outbox, ObjectProvider<JavaMailSender> server, NotificationSettings settings) {
        this.outbox = outbox;
        this.server = server;
        this.settings = settings;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void sendByTheClock() {
        if (settings.sending()) {
            sendDue();
        }
    }

    /** Sends every mail whose time has come. No transaction is open while a server is spoken to. */
    void sendDue() {
        var sender = server.getIfAvailable();
        if (sender == null) {
            return;
        }
        for (var next = outbox.take(); next.isPresent(); next = outbox.take()) {
            send(next.orElseThrow(), sender);
        }
    }

    private void send(Attempt attempt, JavaMailSender sender) {
        try {
            sender.send(message(attempt, sender));
        } catch (MailException | MessagingException | IllegalArgumentException failure) {
            note(attempt, failure);
            return;
        }
        outbox.succeeded(attempt);
        LOG.info("MAIL-001 Mail {} sent", attempt.position());
    }

    private void note(Attempt attempt, Exception failure) {
        var cause = failure.getCause() == null ? failure : failure.getCause();
        var problem = String.valueOf(cause.getMessage()).strip();
        if (outbox.failed(attempt, problem) == MailState.DEAD) {
            LOG.error("MAIL-020 Mail {} was put aside after {} attempts", attempt.position(), attempt.number());
        } else {
            LOG.warn("MAIL-010 Mail {} could not be sent, attempt {}", attempt.position(), attempt.number());
        }
    }

    private MimeMessage message(Attempt attempt, JavaMailSender sender) throws MessagingException {
        var message = sender.createMimeMessage();
        var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from());
        helper.setTo(attempt.recipient());
        helper.setSubject(attempt.subject());
        helper.setText(attempt.text(), attempt.html());
        message.setHeader("Message-ID", messageId(attempt.key()));
        if (attempt.unsubscribe() != null) {
            message.setHeader("List-Unsubscribe", "<" + attempt.unsubscribe() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContentLanguage(new String[] {attempt.locale()});
        return message;
    }

    private String messageId(String key) {
        var host = URI.create(settings.baseUrl()).getHost();
        return "<" + Notifications.messageName(key) + "@" + host + ">";
    }
}

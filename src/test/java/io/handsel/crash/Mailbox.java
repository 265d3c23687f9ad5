package io.handsel.crash;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A mail server that stays up while the application falls, and keeps everything it is given. A client that dies in the
 * middle of a sentence makes one of its threads throw, which Awaitility would take for a failure of whoever waits: all
 * waiting here says {@code dontCatchUncaughtExceptions}.
 */
final class Mailbox implements AutoCloseable {

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

    Mailbox() {
        server.start();
    }

    Map<String, String> environment() {
        return Map.of(
                "SPRING_MAIL_HOST",
                "127.0.0.1",
                "SPRING_MAIL_PORT",
                String.valueOf(server.getSmtp().getPort()));
    }

    int count() {
        return server.getReceivedMessages().length;
    }

    /** What came in under each message id; more than one where a mail was sent again. */
    Map<String, List<String>> contents() {
        return Arrays.stream(server.getReceivedMessages())
                .collect(Collectors.groupingBy(
                        Mailbox::messageId, Collectors.mapping(Mailbox::content, Collectors.toList())));
    }

    /** Mails that came more than once, under one message id. */
    long resent() {
        return contents().values().stream()
                .mapToLong(copies -> copies.size() - 1)
                .sum();
    }

    /** What a pattern finds in the newest mail to this address that has it. */
    Optional<String> find(String address, Pattern pattern) {
        return Arrays.stream(server.getReceivedMessages())
                .map(Mailbox::content)
                .filter(mail -> mail.lines().findFirst().orElse("").contains(address))
                .flatMap(mail -> pattern.matcher(mail).results())
                .map(match -> match.group(1))
                .reduce((older, newer) -> newer);
    }

    private static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String content(MimeMessage mail) {
        try {
            return mail.getHeader("To", ",") + "\n" + mail.getSubject() + "\n" + text(mail);
        } catch (MessagingException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            var text = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                text.append(text(parts.getBodyPart(i)));
            }
            return text.toString();
        }
        return part.getContent().toString();
    }

    @Override
    public void close() {
        server.stop();
    }
}

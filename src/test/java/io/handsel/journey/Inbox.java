package io.handsel.journey;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A real mail server, and what those find in it to whom mails are addressed. */
final class Inbox {

    static final String SITE = "https://partners.example";

    private static final Pattern CODE = Pattern.compile("\\b([A-Z0-9]{4}-?[A-Z0-9]{4})\\b");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

    void open(DynamicPropertyRegistry registry) {
        server.start();
        registry.add("spring.mail.host", () -> "localhost");
        registry.add("spring.mail.port", () -> server.getSmtp().getPort());
        registry.add("handsel.base-url", () -> SITE);
    }

    void close() {
        server.stop();
    }

    /** The newest link to pages of that kind that came to this address, without the site. */
    String link(String address, String page) {
        return link(address, "", page);
    }

    /** The same, from a mail with this subject. */
    String link(String address, String subject, String page) {
        return found(address, subject, Pattern.compile(Pattern.quote(SITE) + "(" + Pattern.quote(page) + "[\\w-]+)"));
    }

    String code(String address) {
        return found(address, "", CODE);
    }

    private String found(String address, String subject, Pattern pattern) {
        try {
            return await().pollInSameThread()
                    .atMost(PATIENCE)
                    .until(() -> newest(address, subject, pattern), Optional::isPresent)
                    .orElseThrow();
        } catch (ConditionTimeoutException missing) {
            throw new AssertionError(
                    "No %s in a mail '%s' to %s, but %s".formatted(pattern, subject, address, everything()), missing);
        }
    }

    private Optional<String> newest(String address, String subject, Pattern pattern) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> isTo(mail, address) && subject(mail).contains(subject))
                .flatMap(mail -> pattern.matcher(text(mail)).results())
                .map(match -> match.group(1))
                .reduce((one, later) -> later);
    }

    private List<String> everything() {
        return Arrays.stream(server.getReceivedMessages())
                .map(mail -> subject(mail) + "\n" + text(mail))
                .toList();
    }

    private static boolean isTo(Message mail, String address) {
        try {
            return Arrays.stream(mail.getAllRecipients())
                    .anyMatch(one -> one.toString().contains(address));
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** Everything a mail says, in all its parts. */
    private static String text(Part part) {
        try {
            var content = part.getContent();
            if (!(content instanceof Multipart parts)) {
                return String.valueOf(content);
            }
            var all = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                all.append(text(parts.getBodyPart(i))).append('\n');
            }
            return all.toString();
        } catch (MessagingException | IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}

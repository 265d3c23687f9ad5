package io.handsel.recruitment;

import io.handsel.kernel.EmailAddress;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a mail that has arrived means to outreach. */
sealed interface ReceivedMail {

    /** @param references names of the messages it answers, before the at sign */
    record Reply(List<String> references, EmailAddress from) implements ReceivedMail {}

    /** @param message the name of the mail of ours that has come back for good */
    record Bounce(String message) implements ReceivedMail {}

    /** Written by a machine, or of no use here. */
    record Other() implements ReceivedMail {}

    Pattern MESSAGE_NAME = Pattern.compile("<([^<>@\\s]{1,200})@[^<>\\s]*>");
    Pattern FAILED = Pattern.compile("(?im)^Action:\\s*failed\\s*$");
    Pattern FOR_GOOD = Pattern.compile("(?im)^Status:\\s*5\\.");
    int LONGEST_REPORT = 100_000;

    static ReceivedMail of(Message mail) throws MessagingException, IOException {
        if (mail.isMimeType("multipart/report")) {
            return bounced(mail).<ReceivedMail>map(Bounce::new).orElseGet(Other::new);
        }
        var from = mail.getFrom();
        if (isAutomatic(mail)
                || from == null
                || from.length == 0
                || !(from[0] instanceof InternetAddress sender)
                || sender.getAddress() == null
                || !EmailAddress.isValid(sender.getAddress())) {
            return new Other();
        }
        var references = Stream.of("In-Reply-To", "References")
                .flatMap(name -> headers(mail, name))
                .flatMap(text -> MESSAGE_NAME.matcher(text).results())
                .map(found -> found.group(1))
                .distinct()
                .toList();
        return new Reply(references, new EmailAddress(sender.getAddress()));
    }

    /** An absence notice is no answer. */
    private static boolean isAutomatic(Message mail) {
        return headers(mail, "Auto-Submitted").anyMatch(text -> !text.strip().equalsIgnoreCase("no"))
                || headers(mail, "X-Autoreply").findAny().isPresent()
                || headers(mail, "Precedence")
                        .map(text -> text.strip().toLowerCase(Locale.ROOT))
                        .anyMatch(List.of("bulk", "junk", "auto_reply")::contains);
    }

    /** The mail a report says could not be delivered, if it will not be later either. */
    private static Optional<String> bounced(Message mail) throws MessagingException, IOException {
        if (!(mail.getContent() instanceof Multipart report)) {
            return Optional.empty();
        }
        var failed = false;
        Optional<String> original = Optional.empty();
        for (int place = 0; place < report.getCount(); place++) {
            var part = report.getBodyPart(place);
            if (part.isMimeType("message/delivery-status")) {
                var status = text(part);
                failed = FAILED.matcher(status).find()
                        && FOR_GOOD.matcher(status).find();
            } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
                original = messageName(new InternetHeaders(part.getInputStream()).getHeader("Message-ID", null));
            }
        }
        return failed ? original : Optional.empty();
    }

    private static String text(BodyPart part) throws MessagingException, IOException {
        return new String(part.getInputStream().readNBytes(LONGEST_REPORT), StandardCharsets.UTF_8);
    }

    private static Optional<String> messageName(@Nullable String header) {
        return Optional.ofNullable(header)
                .flatMap(text -> MESSAGE_NAME.matcher(text).results().findFirst())
                .map((MatchResult found) -> found.group(1));
    }

    private static Stream<String> headers(Message mail, String name) {
        try {
            var found = mail.getHeader(name);
            return found == null ? Stream.of() : Arrays.stream(found);
        } catch (MessagingException unreadable) {
            return Stream.of();
        }
    }
}

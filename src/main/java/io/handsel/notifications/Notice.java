package io.handsel.notifications;

import io.handsel.kernel.EmailAddress;
import io.handsel.security.PersonId;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing to tell one recipient.
 *
 * <p>The text lies in the message bundles: {@code <about>.subject} and {@code <about>.text}, where an empty line parts
 * paragraphs. Arguments may be texts, numbers, dates, instants and amounts; they are written as the recipient writes
 * them, in their language and zone.
 *
 * @param about message key prefix, such as {@code deals.mail.approved}
 * @param arguments what the text speaks of, {@code {0}} first
 * @param link where to go on, a path within this site
 * @param unsubscribe where whoever did not ask for this mail can say that they want no more, a path within this site
 * @param confidential its text is a secret of the recipient's, such as a link by which they sign in: the operator reads
 *     it only where there is no mail server, and it is forgotten once it is sent
 * @param once the same notice is sent once, however often it is asked for: names what happened and to whom it is told
 */
public record Notice(
        Recipient recipient,
        String about,
        List<Object> arguments,
        @Nullable String link,
        @Nullable String unsubscribe,
        boolean confidential,
        String once) {

    public Notice {
        arguments = List.copyOf(arguments);
        if (link != null && !link.startsWith("/")) {
            throw new IllegalArgumentException("A notice links into this site only, not to " + link);
        }
        if (unsubscribe != null && !unsubscribe.startsWith("/")) {
            throw new IllegalArgumentException("Whoever wants no more mails says so here, not at " + unsubscribe);
        }
        if (once.isBlank() || once.length() > 200) {
            throw new IllegalArgumentException("A notice needs a key of 1 to 200 characters, not " + once);
        }
    }

    public static Draft to(PersonId person) {
        return new Draft(new Recipient.Somebody(person), "", List.of(), null, null, false);
    }

    public static Draft toAddress(EmailAddress address, Locale locale, ZoneId zone) {
        return new Draft(new Recipient.Address(address, locale, zone), "", List.of(), null, null, false);
    }

    /** Whom a notice is for. */
    public sealed interface Recipient {

        /** A person who can sign in: written to at the address, in the language and zone of their profile. */
        record Somebody(PersonId person) implements Recipient {}

        /** An address of nobody we know. */
        record Address(EmailAddress address, Locale locale, ZoneId zone) implements Recipient {}
    }

    /** A notice in the making. */
    public record Draft(
            Recipient recipient,
            String about,
            List<Object> arguments,
            @Nullable String link,
            @Nullable String unsubscribe,
            boolean confidential) {

        public Draft about(String messageKey, Object... arguments) {
            return new Draft(recipient, messageKey, List.of(arguments), link, unsubscribe, confidential);
        }

        public Draft linkTo(String path) {
            return new Draft(recipient, about, arguments, path, unsubscribe, confidential);
        }

        /** For mails nobody has asked for: they say at their end where one gets no more of them. */
        public Draft unsubscribeAt(String path) {
            return new Draft(recipient, about, arguments, link, path, confidential);
        }

        public Draft inConfidence() {
            return new Draft(recipient, about, arguments, link, unsubscribe, true);
        }

        public Notice once(String key) {
            return new Notice(recipient, about, arguments, link, unsubscribe, confidential, key);
        }
    }
}

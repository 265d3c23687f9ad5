package io.handsel.notifications;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail of the outbox, as the operator sees it.
 *
 * @param position its place in the outbox; later mails have higher ones
 * @param confidential whether the text is for the recipient only
 * @param nextAttemptAt when it is tried next, while it waits
 * @param problem what the server said last
 */
public record MailView(
        long position,
        String recipient,
        String subject,
        String text,
        boolean confidential,
        MailState state,
        int attempts,
        Instant nextAttemptAt,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable String problem) {

    MailView withoutText() {
        return new MailView(
                position,
                recipient,
                subject,
                "",
                confidential,
                state,
                attempts,
                nextAttemptAt,
                createdAt,
                sentAt,
                problem);
    }

    public List<String> lines() {
        return text.lines().toList();
    }
}

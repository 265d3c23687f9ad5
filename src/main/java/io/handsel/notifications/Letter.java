package io.handsel.notifications;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A notice put into words for one recipient.
 *
 * @param unsubscribe the whole address at which one gets no more of them; null where the mail is part of a business
 */
record Letter(
        String recipient,
        Locale locale,
        String subject,
        String text,
        String html,
        @Nullable String unsubscribe) {}

package io.handsel.disputes.web;

import io.handsel.disputes.DisputeOutcome;
import io.handsel.forms.FormError;
import io.handsel.shell.ReaderFormat;
import io.handsel.tasklist.DeskOutcome;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts the module's reasons into the reader's words. */
@Component
class DisputeTexts {

    private final MessageSource messages;
    private final ReaderFormat format;

    DisputeTexts(MessageSource messages, ReaderFormat format) {
        this.messages = messages;
        this.format = format;
    }

    String sentence(DisputeOutcome.Refused refused, Locale locale) {
        return messages.getMessage(
                "disputes.refused." + refused.reason().name(), new Object[] {detail(refused.detail())}, locale);
    }

    FormError error(DisputeOutcome.Refused refused, Locale locale) {
        return new FormError("disputes.refused." + refused.reason().name(), sentence(refused, locale));
    }

    FormError error(DeskOutcome.Refused refused, Locale locale) {
        var code = refused.messageKey();
        return new FormError(code, messages.getMessage(code, refused.arguments().toArray(), locale));
    }

    private @Nullable Object detail(@Nullable Object detail) {
        return detail instanceof Instant moment ? format.deadline(moment) : detail;
    }
}

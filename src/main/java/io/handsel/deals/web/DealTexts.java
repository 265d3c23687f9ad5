package io.handsel.deals.web;

import io.handsel.deals.DealOutcome;
import io.handsel.forms.FormError;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts the module's reasons into the reader's words. */
@Component
class DealTexts {

    /** A reason that belongs to no field is told above the form. */
    private static final String WHOLE_FORM = "";

    private final MessageSource messages;

    DealTexts(MessageSource messages) {
        this.messages = messages;
    }

    static String field(DealOutcome.Refused refused) {
        return refused.field() == null ? WHOLE_FORM : refused.field();
    }

    FormError error(DealOutcome.Refused refused, Locale locale) {
        var code = "deals.refused." + refused.reason().name();
        return new FormError(code, messages.getMessage(code, new Object[] {refused.detail()}, locale));
    }
}

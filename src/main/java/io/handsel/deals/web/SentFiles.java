package io.handsel.deals.web;

import io.handsel.deals.DealEvidence;
import io.handsel.deals.DealId;
import io.handsel.forms.DraftKey;
import io.handsel.forms.FormDesk;
import io.handsel.forms.FormError;
import io.handsel.forms.FormInput;
import io.handsel.forms.FormPage;
import io.handsel.forms.Submission.Accepted;
import io.handsel.security.Actor;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The files of a partner's form: looked at before anything is done, kept when it is done. */
@Component
class SentFiles {

    private final DealEvidence evidence;
    private final FormDesk desk;
    private final MessageSource messages;

    SentFiles(DealEvidence evidence, FormDesk desk, MessageSource messages) {
        this.evidence = evidence;
        this.desk = desk;
        this.messages = messages;
    }

    /** The page again with the complaint at the field and everything else as it was; empty if all can be kept. */
    Optional<FormPage> refused(DraftKey draft, FormInput input, Accepted accepted, Locale locale) {
        return evidence.refusal(accepted.files()).map(refused -> {
            var code = refused.messageKey();
            var error = new FormError(
                    code, messages.getMessage(code, refused.arguments().toArray(), locale));
            return desk.refused(draft, input, accepted.form(), Objects.requireNonNull(refused.field()), error);
        });
    }

    void keep(Actor actor, DealId deal, Accepted accepted) {
        evidence.keep(actor, deal, accepted.files());
    }
}

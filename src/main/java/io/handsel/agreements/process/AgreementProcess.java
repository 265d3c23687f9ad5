package io.handsel.agreements.process;

import io.handsel.agreements.AgreementAsked;
import io.handsel.agreements.AgreementId;
import io.handsel.agreements.AgreementSigned;
import io.handsel.agreements.AgreementWithdrawn;
import io.handsel.agreements.DocumentMadeAnew;
import io.handsel.agreements.TemplateTriedAgain;
import io.handsel.engine.BusinessKey;
import io.handsel.engine.MessageName;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Carries news of agreements into their process, in the transaction that made the news. */
@Component
class AgreementProcess {

    private final RuntimeService engine;

    AgreementProcess(RuntimeService engine) {
        this.engine = engine;
    }

    @EventListener
    void on(AgreementAsked event) {
        engine.startProcessInstanceByKey(
                AgreementContract.KEY.key(), key(event.agreement()).key());
    }

    @EventListener
    void on(TemplateTriedAgain event) {
        tell(AgreementContract.Messages.TRIED_AGAIN, event.agreement());
    }

    @EventListener
    void on(DocumentMadeAnew event) {
        tell(AgreementContract.Messages.MADE_ANEW, event.agreement());
    }

    @EventListener
    void on(AgreementSigned event) {
        tell(AgreementContract.Messages.AGREEMENT_SIGNED, event.agreement());
    }

    @EventListener
    void on(AgreementWithdrawn event) {
        tell(AgreementContract.Messages.AGREEMENT_WITHDRAWN, event.agreement());
    }

    private void tell(MessageName message, AgreementId agreement) {
        engine.createMessageCorrelation(message.inModel())
                .processInstanceBusinessKey(key(agreement).key())
                .correlate();
    }

    private static BusinessKey key(AgreementId agreement) {
        return BusinessKey.of(agreement.id());
    }
}

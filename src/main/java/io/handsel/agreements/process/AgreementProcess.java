package io.handsel.agreements.process;

import io.handsel.agreements.AgreementAsked;
import io.handsel.agreements.AgreementId;
import io.handsel.agreements.AgreementSigned;
import io.handsel.agreements.AgreementWithdrawn;
import io.handsel.agreements.DocumentMadeAnew;
import io.handsel.agreements.TemplateTriedAgain;
import io.handsel.engine.BusinessKey;
import io.handsel.engine.ProcessMessages;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Carries news of agreements into their process, in the transaction that made the news. */
@Component
class AgreementProcess {

    private final ProcessMessages process;

    AgreementProcess(ProcessMessages process) {
        this.process = process;
    }

    @EventListener
    void on(AgreementAsked event) {
        process.start(AgreementContract.KEY, key(event.agreement()));
    }

    @EventListener
    void on(TemplateTriedAgain event) {
        process.tell(AgreementContract.Messages.TRIED_AGAIN, key(event.agreement()));
    }

    @EventListener
    void on(DocumentMadeAnew event) {
        process.tell(AgreementContract.Messages.MADE_ANEW, key(event.agreement()));
    }

    @EventListener
    void on(AgreementSigned event) {
        process.tell(AgreementContract.Messages.AGREEMENT_SIGNED, key(event.agreement()));
    }

    @EventListener
    void on(AgreementWithdrawn event) {
        process.tell(AgreementContract.Messages.AGREEMENT_WITHDRAWN, key(event.agreement()));
    }

    private static BusinessKey key(AgreementId agreement) {
        return BusinessKey.of(agreement.id());
    }
}

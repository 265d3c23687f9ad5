package io.handsel.training.process;

import io.handsel.engine.BusinessKey;
import io.handsel.training.CertificateIssued;
import io.handsel.training.CertificateRenewed;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Carries news of certificates into their process, in the transaction that made the news. */
@Component
class CertificateProcess {

    private final RuntimeService engine;

    CertificateProcess(RuntimeService engine) {
        this.engine = engine;
    }

    @EventListener
    void on(CertificateIssued event) {
        engine.startProcessInstanceByKey(
                CertificateContract.KEY.key(),
                BusinessKey.of(event.certificate().id()).key());
    }

    @EventListener
    void on(CertificateRenewed event) {
        engine.createMessageCorrelation(CertificateContract.Messages.CERTIFICATE_RENEWED.inModel())
                .processInstanceBusinessKey(
                        BusinessKey.of(event.certificate().id()).key())
                .correlate();
    }
}

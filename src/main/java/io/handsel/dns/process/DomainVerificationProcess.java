package io.handsel.dns.process;

import io.handsel.dns.DomainProofBegun;
import io.handsel.dns.DomainProofDropped;
import io.handsel.dns.DomainProofId;
import io.handsel.dns.DomainProven;
import io.handsel.engine.BusinessKey;
import io.handsel.engine.MessageName;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Carries news of proofs into their process, in the transaction that made the news. */
@Component
class DomainVerificationProcess {

    private final RuntimeService engine;

    DomainVerificationProcess(RuntimeService engine) {
        this.engine = engine;
    }

    @EventListener
    void on(DomainProofBegun event) {
        engine.startProcessInstanceByKey(
                DomainVerificationContract.KEY.key(), key(event.proof()).key());
    }

    @EventListener
    void on(DomainProven event) {
        tell(DomainVerificationContract.Messages.CODE_ENTERED, event.proof());
    }

    @EventListener
    void on(DomainProofDropped event) {
        tell(DomainVerificationContract.Messages.PROOF_DROPPED, event.proof());
    }

    /**
     * A process that is just asking, or has ended, waits for nothing; what it does next it reads from the proof. So
     * nobody is late, and nothing is lost.
     */
    private void tell(MessageName message, DomainProofId proof) {
        engine.createMessageCorrelation(message.inModel())
                .processInstanceBusinessKey(key(proof).key())
                .correlateAll();
    }

    private static BusinessKey key(DomainProofId proof) {
        return BusinessKey.of(proof.id());
    }
}

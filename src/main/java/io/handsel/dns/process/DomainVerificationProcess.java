package io.handsel.dns.process;

import io.handsel.dns.DomainProofBegun;
import io.handsel.dns.DomainProofDropped;
import io.handsel.dns.DomainProofId;
import io.handsel.dns.DomainProven;
import io.handsel.engine.BusinessKey;
import io.handsel.engine.ProcessMessages;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Carries news of proofs into their process, in the transaction that made the news. A process that is just asking, or has
 * ended, waits for nothing; what it does next it reads from the proof. So nobody is late, and nothing is lost.
 */
@Component
class DomainVerificationProcess {

    private final ProcessMessages process;

    DomainVerificationProcess(ProcessMessages process) {
        this.process = process;
    }

    @EventListener
    void on(DomainProofBegun event) {
        process.start(DomainVerificationContract.KEY, key(event.proof()));
    }

    @EventListener
    void on(DomainProven event) {
        process.tellAll(DomainVerificationContract.Messages.CODE_ENTERED, key(event.proof()));
    }

    @EventListener
    void on(DomainProofDropped event) {
        process.tellAll(DomainVerificationContract.Messages.PROOF_DROPPED, key(event.proof()));
    }

    private static BusinessKey key(DomainProofId proof) {
        return BusinessKey.of(proof.id());
    }
}

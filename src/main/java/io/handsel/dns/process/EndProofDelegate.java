package io.handsel.dns.process;

import io.handsel.dns.DomainProofs;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "End proof": what has not been proven has expired. */
@Component
@ModelBean
class EndProofDelegate implements JavaDelegate {

    private final DomainProofs proofs;

    EndProofDelegate(DomainProofs proofs) {
        this.proofs = proofs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        proofs.expire(DomainVerificationContract.proofOf(execution));
    }
}

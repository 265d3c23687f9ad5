package io.handsel.dns.process;

import io.handsel.dns.DomainProofs;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Plan proof": sets until when the record is looked for. */
@Component
@ModelBean
class PlanProofDelegate implements JavaDelegate {

    private final DomainProofs proofs;

    PlanProofDelegate(DomainProofs proofs) {
        this.proofs = proofs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var until = proofs.planProof(DomainVerificationContract.proofOf(execution));

        DomainVerificationContract.PROOF_UNTIL.set(execution, until);
    }
}

package io.handsel.agreements.process;

import io.handsel.agreements.AgreementConclusion;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Put in force": makes the file and opens the portal. */
@Component
@ModelBean
class PutInForceDelegate implements JavaDelegate {

    private final AgreementConclusion conclusion;

    PutInForceDelegate(AgreementConclusion conclusion) {
        this.conclusion = conclusion;
    }

    @Override
    public void execute(DelegateExecution execution) {
        conclusion.putInForce(AgreementContract.agreementOf(execution));
    }
}

package io.handsel.deals.process;

import io.handsel.deals.DealProtection;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Decline amendment": the deal stays as it was approved. */
@Component
@ModelBean
class DeclineAmendmentDelegate implements JavaDelegate {

    private final DealProtection protection;

    DeclineAmendmentDelegate(DealProtection protection) {
        this.protection = protection;
    }

    @Override
    public void execute(DelegateExecution execution) {
        protection.declineAmendment(DealVariables.dealOf(execution));
    }
}

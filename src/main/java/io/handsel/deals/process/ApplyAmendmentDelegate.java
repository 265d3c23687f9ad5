package io.handsel.deals.process;

import io.handsel.deals.DealProtection;
import io.handsel.deals.HoldOutcome;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Apply amendment": makes the deal what was asked for. */
@Component
@ModelBean
class ApplyAmendmentDelegate implements JavaDelegate {

    private final DealProtection protection;

    ApplyAmendmentDelegate(DealProtection protection) {
        this.protection = protection;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var outcome = protection.applyAmendment(DealVariables.dealOf(execution));

        if (outcome instanceof HoldOutcome.Taken taken) {
            throw DealAmendmentContract.Errors.ACCOUNT_TAKEN.because(taken.reason());
        }
    }
}

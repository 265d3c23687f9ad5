package io.handsel.agreements.process;

import io.handsel.agreements.AgreementConclusion;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Plan counter-signature": who signs for the vendor, and by when. */
@Component
@ModelBean
class PlanCounterSignatureDelegate implements JavaDelegate {

    private final AgreementConclusion conclusion;

    PlanCounterSignatureDelegate(AgreementConclusion conclusion) {
        this.conclusion = conclusion;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var plan = conclusion.plan(AgreementContract.agreementOf(execution));
        AgreementContract.DECIDER.set(execution, plan.decider().toString());
        AgreementContract.COUNTER_REMINDER.set(execution, plan.reminder());
        AgreementContract.COUNTER_DUE.set(execution, plan.due());
    }
}

package io.handsel.agreements.process;

import io.handsel.agreements.AgreementPreparation;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Prepare agreement": chooses the template, makes the exact text, sets the clock. */
@Component
@ModelBean
class PrepareAgreementDelegate implements JavaDelegate {

    private final AgreementPreparation preparation;

    PrepareAgreementDelegate(AgreementPreparation preparation) {
        this.preparation = preparation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var plan = preparation.prepare(AgreementContract.agreementOf(execution));
        AgreementContract.HAS_TEMPLATE.set(execution, plan.hasTemplate());
        AgreementContract.COUNTER_SIGNATURE.set(execution, plan.counterSignature());
        AgreementContract.FIRST_REMINDER.set(execution, plan.firstReminder());
        AgreementContract.SECOND_REMINDER.set(execution, plan.secondReminder());
        AgreementContract.SIGNATURE_DUE.set(execution, plan.due());
    }
}

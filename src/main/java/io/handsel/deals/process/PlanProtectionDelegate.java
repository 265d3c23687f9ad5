package io.handsel.deals.process;

import io.handsel.deals.DealProtection;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Plan protection": finds what is due next, and when. */
@Component
@ModelBean
class PlanProtectionDelegate implements JavaDelegate {

    private final DealProtection protection;

    PlanProtectionDelegate(DealProtection protection) {
        this.protection = protection;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var plan = protection.plan(DealVariables.dealOf(execution));

        DealVariables.NEXT_DATE.set(execution, plan.nextDate());
        DealVariables.NEXT_STEP.set(execution, plan.nextStep());
    }
}

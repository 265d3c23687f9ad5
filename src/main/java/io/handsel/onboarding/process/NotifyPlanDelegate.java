package io.handsel.onboarding.process;

import io.handsel.engine.ModelBean;
import io.handsel.onboarding.BusinessPlans;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Send tasks "Tell manager: plan sent", "Tell partner: …"; the parameter {@code notice} says what. */
@Component
@ModelBean
class NotifyPlanDelegate implements JavaDelegate {

    private final BusinessPlans plans;

    NotifyPlanDelegate(BusinessPlans plans) {
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        plans.tell(
                JointBusinessPlanContract.planOf(execution),
                JointBusinessPlanContract.NOTICE.in(execution),
                execution.getActivityInstanceId());
    }
}

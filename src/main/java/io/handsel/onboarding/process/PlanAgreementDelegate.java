package io.handsel.onboarding.process;

import io.handsel.engine.ModelBean;
import io.handsel.onboarding.BusinessPlans;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Plan agreement": sets who reads the plan, and by when. */
@Component
@ModelBean
class PlanAgreementDelegate implements JavaDelegate {

    private final BusinessPlans plans;

    PlanAgreementDelegate(BusinessPlans plans) {
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reading = plans.reading(JointBusinessPlanContract.planOf(execution));

        JointBusinessPlanContract.MANAGER.set(execution, reading.manager().toString());
        JointBusinessPlanContract.ANSWER_DUE.set(execution, reading.answerDue());
    }
}

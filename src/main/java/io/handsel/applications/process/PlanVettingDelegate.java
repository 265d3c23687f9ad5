package io.handsel.applications.process;

import io.handsel.applications.ApplicationVetting;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Plan review": sets who decides and by when. */
@Component
@ModelBean
class PlanVettingDelegate implements JavaDelegate {

    private final ApplicationVetting vetting;

    PlanVettingDelegate(ApplicationVetting vetting) {
        this.vetting = vetting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReviewPlans.set(execution, vetting.planReview(VettingContract.applicationOf(execution)));
    }
}

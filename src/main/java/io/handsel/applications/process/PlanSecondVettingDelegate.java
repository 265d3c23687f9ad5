package io.handsel.applications.process;

import io.handsel.applications.ApplicationVetting;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Plan second review": sets who else has to agree and by when. */
@Component
@ModelBean
class PlanSecondVettingDelegate implements JavaDelegate {

    private final ApplicationVetting vetting;

    PlanSecondVettingDelegate(ApplicationVetting vetting) {
        this.vetting = vetting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReviewPlans.set(execution, vetting.planSecondReview(VettingContract.applicationOf(execution)));
    }
}

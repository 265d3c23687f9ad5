package io.handsel.applications.process;

import io.handsel.applications.ApplicationVetting;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Plan question": sets until when the applicant is to answer. */
@Component
@ModelBean
class PlanQuestionDelegate implements JavaDelegate {

    private final ApplicationVetting vetting;

    PlanQuestionDelegate(ApplicationVetting vetting) {
        this.vetting = vetting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        VettingContract.QUESTION_DUE.set(execution, vetting.planQuestion(VettingContract.applicationOf(execution)));
    }
}

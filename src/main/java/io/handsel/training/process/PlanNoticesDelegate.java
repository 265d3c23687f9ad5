package io.handsel.training.process;

import io.handsel.engine.ModelBean;
import io.handsel.training.Training;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Plan notices": sets when the end of the certificate is told of, and when it is. */
@Component
@ModelBean
class PlanNoticesDelegate implements JavaDelegate {

    private final Training training;

    PlanNoticesDelegate(Training training) {
        this.training = training;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var plan = training.plan(CertificateContract.certificateOf(execution));

        CertificateContract.FIRST_NOTICE_DUE.set(execution, plan.firstNotice());
        CertificateContract.SECOND_NOTICE_DUE.set(execution, plan.secondNotice());
        CertificateContract.LAST_NOTICE_DUE.set(execution, plan.lastNotice());
        CertificateContract.EXPIRES_AT.set(execution, plan.expires());
    }
}

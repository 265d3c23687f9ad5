package io.handsel.training.process;

import io.handsel.engine.ModelBean;
import io.handsel.training.Training;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Send tasks "Tell first", "Tell again" and the like: the holder and the manager hear of the end. */
@Component
@ModelBean
class NotifyCertificateDelegate implements JavaDelegate {

    private final Training training;

    NotifyCertificateDelegate(Training training) {
        this.training = training;
    }

    @Override
    public void execute(DelegateExecution execution) {
        training.tell(
                CertificateContract.certificateOf(execution),
                CertificateContract.NOTICE.in(execution),
                execution.getActivityInstanceId());
    }
}

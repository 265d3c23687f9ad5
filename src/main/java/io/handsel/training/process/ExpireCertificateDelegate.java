package io.handsel.training.process;

import io.handsel.engine.ModelBean;
import io.handsel.training.Training;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Expire": from now on the certificate does not count. */
@Component
@ModelBean
class ExpireCertificateDelegate implements JavaDelegate {

    private final Training training;

    ExpireCertificateDelegate(Training training) {
        this.training = training;
    }

    @Override
    public void execute(DelegateExecution execution) {
        training.expire(CertificateContract.certificateOf(execution));
    }
}

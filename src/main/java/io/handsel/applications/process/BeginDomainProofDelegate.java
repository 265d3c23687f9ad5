package io.handsel.applications.process;

import io.handsel.applications.ApplicationVetting;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Begin domain proof": from now on the domain is asked about. */
@Component
@ModelBean
class BeginDomainProofDelegate implements JavaDelegate {

    private final ApplicationVetting vetting;

    BeginDomainProofDelegate(ApplicationVetting vetting) {
        this.vetting = vetting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        vetting.beginDomainProof(VettingContract.applicationOf(execution));
    }
}

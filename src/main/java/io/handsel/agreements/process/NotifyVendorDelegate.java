package io.handsel.agreements.process;

import io.handsel.agreements.AgreementNotices;
import io.handsel.engine.ModelBean;
import io.handsel.security.Role;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Send tasks "Tell manager: …" and "Tell director: …"; the parameters say what, and to whom. */
@Component
@ModelBean
class NotifyVendorDelegate implements JavaDelegate {

    private final AgreementNotices notices;

    NotifyVendorDelegate(AgreementNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.toVendor(
                AgreementContract.agreementOf(execution),
                Role.ofGroup(AgreementContract.RECIPIENT.in(execution)).orElseThrow(),
                AgreementContract.NOTICE.in(execution),
                execution.getActivityInstanceId());
    }
}

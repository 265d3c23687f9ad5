package io.handsel.agreements.process;

import io.handsel.agreements.AgreementNotices;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Send tasks "Ask signer", "Remind signer" and the like; the parameter {@code notice} says what. */
@Component
@ModelBean
class NotifySignerDelegate implements JavaDelegate {

    private final AgreementNotices notices;

    NotifySignerDelegate(AgreementNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.toSigner(
                AgreementContract.agreementOf(execution),
                AgreementContract.NOTICE.in(execution),
                execution.getActivityInstanceId());
    }
}

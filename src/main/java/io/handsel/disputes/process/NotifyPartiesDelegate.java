package io.handsel.disputes.process;

import io.handsel.disputes.DisputeNotices;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Send tasks "Tell parties: …"; the parameter {@code notice} says what. */
@Component
@ModelBean
class NotifyPartiesDelegate implements JavaDelegate {

    private final DisputeNotices notices;

    NotifyPartiesDelegate(DisputeNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.toParties(
                DisputeContract.disputeOf(execution),
                DisputeContract.NOTICE.in(execution),
                execution.getActivityInstanceId());
    }
}

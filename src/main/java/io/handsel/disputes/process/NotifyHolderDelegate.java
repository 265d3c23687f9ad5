package io.handsel.disputes.process;

import io.handsel.disputes.DisputeNotices;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Send task "Tell holder: …"; the parameter {@code notice} says what. */
@Component
@ModelBean
class NotifyHolderDelegate implements JavaDelegate {

    private final DisputeNotices notices;

    NotifyHolderDelegate(DisputeNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.toHolder(
                DisputeContract.disputeOf(execution),
                DisputeContract.NOTICE.in(execution),
                execution.getActivityInstanceId());
    }
}

package io.handsel.disputes.process;

import io.handsel.disputes.DisputeNotices;
import io.handsel.engine.ModelBean;
import io.handsel.security.Role;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Send tasks "Tell manager: …", "Remind director" and the like; the parameters say what, and to whom. */
@Component
@ModelBean
class NotifyDisputeDeciderDelegate implements JavaDelegate {

    private final DisputeNotices notices;

    NotifyDisputeDeciderDelegate(DisputeNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var role = Role.ofGroup(DisputeContract.RECIPIENT.in(execution)).orElseThrow();
        notices.toVendor(
                DisputeContract.disputeOf(execution),
                role,
                DisputeContract.NOTICE.in(execution),
                execution.getActivityInstanceId());
    }
}

package io.handsel.deals.process;

import io.handsel.deals.DealNotices;
import io.handsel.engine.ModelBean;
import io.handsel.security.Role;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Send tasks "Tell reviewer: …" and the like; the parameters say what, and to whom of the vendor's people. */
@Component
@ModelBean
class NotifyReviewerDelegate implements JavaDelegate {

    private final DealNotices notices;

    NotifyReviewerDelegate(DealNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var role = Role.ofGroup(DealVariables.RECIPIENT.in(execution)).orElseThrow();
        notices.toVendor(
                DealVariables.dealOf(execution),
                role,
                DealVariables.NOTICE.in(execution),
                execution.getActivityInstanceId());
    }
}

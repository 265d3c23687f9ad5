package io.handsel.applications.process;

import io.handsel.applications.ApplicationNotices;
import io.handsel.engine.ModelBean;
import io.handsel.security.Role;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Send tasks "Tell manager: …", "Remind director" and the like; the parameters say what, and to whom. */
@Component
@ModelBean
class NotifyVettingDeciderDelegate implements JavaDelegate {

    private final ApplicationNotices notices;

    NotifyVettingDeciderDelegate(ApplicationNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var role = Role.ofGroup(VettingContract.RECIPIENT.in(execution)).orElseThrow();
        notices.toVendor(
                VettingContract.applicationOf(execution),
                role,
                VettingContract.NOTICE.in(execution),
                execution.getActivityInstanceId());
    }
}

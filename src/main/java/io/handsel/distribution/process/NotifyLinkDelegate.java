package io.handsel.distribution.process;

import io.handsel.distribution.LinkNotices;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Send tasks "Invite", "Remind", "Tell distributor: accepted" and the like; the parameter {@code notice} says what. */
@Component
@ModelBean
class NotifyLinkDelegate implements JavaDelegate {

    private final LinkNotices notices;

    NotifyLinkDelegate(LinkNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.tell(
                ResellerInvitationContract.linkOf(execution),
                ResellerInvitationContract.NOTICE.in(execution),
                execution.getActivityInstanceId());
    }
}

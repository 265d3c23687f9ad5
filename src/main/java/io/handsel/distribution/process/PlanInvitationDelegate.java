package io.handsel.distribution.process;

import io.handsel.distribution.ResellerInvitations;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Plan invitation": sets when it is brought to mind, and when it is over. */
@Component
@ModelBean
class PlanInvitationDelegate implements JavaDelegate {

    private final ResellerInvitations invitations;

    PlanInvitationDelegate(ResellerInvitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var plan = invitations.plan(ResellerInvitationContract.linkOf(execution));

        ResellerInvitationContract.REMINDER_DUE.set(execution, plan.reminder());
        ResellerInvitationContract.EXPIRES_AT.set(execution, plan.expires());
    }
}

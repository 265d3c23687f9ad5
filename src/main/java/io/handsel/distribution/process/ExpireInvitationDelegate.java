package io.handsel.distribution.process;

import io.handsel.distribution.ResellerInvitations;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Expire": nobody can accept the invitation any more. */
@Component
@ModelBean
class ExpireInvitationDelegate implements JavaDelegate {

    private final ResellerInvitations invitations;

    ExpireInvitationDelegate(ResellerInvitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        invitations.expire(ResellerInvitationContract.linkOf(execution));
    }
}

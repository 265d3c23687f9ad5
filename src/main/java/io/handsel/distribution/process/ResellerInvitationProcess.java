package io.handsel.distribution.process;

import io.handsel.distribution.InvitationAccepted;
import io.handsel.distribution.InvitationCancelled;
import io.handsel.distribution.InvitationRejected;
import io.handsel.distribution.LinkId;
import io.handsel.distribution.ResellerInvited;
import io.handsel.engine.BusinessKey;
import io.handsel.engine.ProcessMessages;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Carries news of invitations into their process, in the transaction that made the news. */
@Component
class ResellerInvitationProcess {

    private final ProcessMessages process;

    ResellerInvitationProcess(ProcessMessages process) {
        this.process = process;
    }

    @EventListener
    void on(ResellerInvited event) {
        process.start(ResellerInvitationContract.KEY, key(event.link()));
    }

    @EventListener
    void on(InvitationAccepted event) {
        process.tell(ResellerInvitationContract.Messages.INVITATION_ACCEPTED, key(event.link()));
    }

    @EventListener
    void on(InvitationRejected event) {
        process.tell(ResellerInvitationContract.Messages.INVITATION_REJECTED, key(event.link()));
    }

    @EventListener
    void on(InvitationCancelled event) {
        process.tell(ResellerInvitationContract.Messages.INVITATION_CANCELLED, key(event.link()));
    }

    private static BusinessKey key(LinkId link) {
        return BusinessKey.of(link.id());
    }
}

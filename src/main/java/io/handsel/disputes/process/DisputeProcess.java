package io.handsel.disputes.process;

import io.handsel.disputes.AppealWaived;
import io.handsel.disputes.DisputeAppealed;
import io.handsel.disputes.DisputeId;
import io.handsel.disputes.DisputeOpened;
import io.handsel.disputes.DisputeWithdrawn;
import io.handsel.disputes.EvidenceCompleted;
import io.handsel.engine.BusinessKey;
import io.handsel.engine.ProcessMessages;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Carries news of disputes into their process, in the transaction that made the news. */
@Component
class DisputeProcess {

    private final ProcessMessages process;

    DisputeProcess(ProcessMessages process) {
        this.process = process;
    }

    @EventListener
    void on(DisputeOpened event) {
        process.start(DisputeContract.KEY, key(event.dispute()));
    }

    @EventListener
    void on(EvidenceCompleted event) {
        process.tell(DisputeContract.Messages.EVIDENCE_COMPLETE, key(event.dispute()));
    }

    @EventListener
    void on(DisputeWithdrawn event) {
        process.tell(DisputeContract.Messages.DISPUTE_WITHDRAWN, key(event.dispute()));
    }

    @EventListener
    void on(DisputeAppealed event) {
        process.tell(DisputeContract.Messages.APPEALED, key(event.dispute()));
    }

    @EventListener
    void on(AppealWaived event) {
        process.tell(DisputeContract.Messages.APPEAL_WAIVED, key(event.dispute()));
    }

    private static BusinessKey key(DisputeId dispute) {
        return BusinessKey.of(dispute.id());
    }
}

package io.handsel.disputes.process;

import io.handsel.disputes.AppealWaived;
import io.handsel.disputes.DisputeAppealed;
import io.handsel.disputes.DisputeId;
import io.handsel.disputes.DisputeOpened;
import io.handsel.disputes.DisputeWithdrawn;
import io.handsel.disputes.EvidenceCompleted;
import io.handsel.engine.BusinessKey;
import io.handsel.engine.MessageName;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Carries news of disputes into their process, in the transaction that made the news. */
@Component
class DisputeProcess {

    private final RuntimeService engine;

    DisputeProcess(RuntimeService engine) {
        this.engine = engine;
    }

    @EventListener
    void on(DisputeOpened event) {
        engine.startProcessInstanceByKey(
                DisputeContract.KEY.key(), key(event.dispute()).key());
    }

    @EventListener
    void on(EvidenceCompleted event) {
        tell(DisputeContract.Messages.EVIDENCE_COMPLETE, event.dispute());
    }

    @EventListener
    void on(DisputeWithdrawn event) {
        tell(DisputeContract.Messages.DISPUTE_WITHDRAWN, event.dispute());
    }

    @EventListener
    void on(DisputeAppealed event) {
        tell(DisputeContract.Messages.APPEALED, event.dispute());
    }

    @EventListener
    void on(AppealWaived event) {
        tell(DisputeContract.Messages.APPEAL_WAIVED, event.dispute());
    }

    /** Where the process has gone on by its clock at this very moment, somebody else was faster: nothing is changed. */
    private void tell(MessageName message, DisputeId dispute) {
        try {
            engine.createMessageCorrelation(message.inModel())
                    .processInstanceBusinessKey(key(dispute).key())
                    .correlate();
        } catch (MismatchingMessageCorrelationException gone) {
            throw overtaken(dispute, gone);
        } catch (ProcessEngineException gone) {
            // Found waiting, and gone on before it was told: the engine has no class of its own for that.
            if (gone.getClass() == ProcessEngineException.class) {
                throw overtaken(dispute, gone);
            }
            throw gone;
        }
    }

    private static OptimisticLockingFailureException overtaken(DisputeId dispute, ProcessEngineException gone) {
        return new OptimisticLockingFailureException("The process of dispute " + dispute + " has gone on", gone);
    }

    private static BusinessKey key(DisputeId dispute) {
        return BusinessKey.of(dispute.id());
    }
}

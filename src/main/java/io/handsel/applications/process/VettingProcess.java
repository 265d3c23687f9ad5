package io.handsel.applications.process;

import io.handsel.applications.ApplicationAnswered;
import io.handsel.applications.ApplicationId;
import io.handsel.applications.ApplicationReceived;
import io.handsel.applications.ApplicationWithdrawn;
import io.handsel.engine.BusinessKey;
import io.handsel.engine.MessageName;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Carries news of applications into their process, in the transaction that made the news. */
@Component
class VettingProcess {

    private final RuntimeService engine;

    VettingProcess(RuntimeService engine) {
        this.engine = engine;
    }

    @EventListener
    void on(ApplicationReceived event) {
        engine.startProcessInstanceByKey(
                VettingContract.KEY.key(), key(event.application()).key());
    }

    @EventListener
    void on(ApplicationAnswered event) {
        tell(VettingContract.Messages.QUESTION_ANSWERED, event.application());
    }

    @EventListener
    void on(ApplicationWithdrawn event) {
        tell(VettingContract.Messages.APPLICATION_WITHDRAWN, event.application());
    }

    /** Where the process has gone on by its clock at this very moment, somebody else was faster: nothing is changed. */
    private void tell(MessageName message, ApplicationId application) {
        try {
            engine.createMessageCorrelation(message.inModel())
                    .processInstanceBusinessKey(key(application).key())
                    .correlate();
        } catch (MismatchingMessageCorrelationException gone) {
            throw new OptimisticLockingFailureException("The vetting of " + application + " has gone on", gone);
        }
    }

    private static BusinessKey key(ApplicationId application) {
        return BusinessKey.of(application.id());
    }
}

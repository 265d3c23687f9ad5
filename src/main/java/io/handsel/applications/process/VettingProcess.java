package io.handsel.applications.process;

import io.handsel.applications.ApplicationAnswered;
import io.handsel.applications.ApplicationId;
import io.handsel.applications.ApplicationReceived;
import io.handsel.applications.ApplicationWithdrawn;
import io.handsel.engine.BusinessKey;
import io.handsel.engine.ProcessMessages;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Carries news of applications into their process, in the transaction that made the news. */
@Component
class VettingProcess {

    private final ProcessMessages process;

    VettingProcess(ProcessMessages process) {
        this.process = process;
    }

    @EventListener
    void on(ApplicationReceived event) {
        process.start(VettingContract.KEY, key(event.application()));
    }

    @EventListener
    void on(ApplicationAnswered event) {
        process.tell(VettingContract.Messages.QUESTION_ANSWERED, key(event.application()));
    }

    @EventListener
    void on(ApplicationWithdrawn event) {
        process.tell(VettingContract.Messages.APPLICATION_WITHDRAWN, key(event.application()));
    }

    private static BusinessKey key(ApplicationId application) {
        return BusinessKey.of(application.id());
    }
}

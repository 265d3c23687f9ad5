package io.handsel.recruitment.process;

import io.handsel.engine.BusinessKey;
import io.handsel.recruitment.OutreachAsked;
import io.handsel.recruitment.OutreachEnded;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Carries news of candidates into the process of the mails to them, in the transaction that made the news. */
@Component
class OutreachProcess {

    private final RuntimeService engine;

    OutreachProcess(RuntimeService engine) {
        this.engine = engine;
    }

    @EventListener
    void on(OutreachAsked event) {
        engine.startProcessInstanceByKey(
                OutreachContract.KEY.key(),
                BusinessKey.of(event.candidate().id()).key());
    }

    /** A process that has ended by itself at this very moment, or has not begun, finds out when it looks. */
    @EventListener
    void on(OutreachEnded event) {
        engine.createMessageCorrelation(OutreachContract.Messages.OUTREACH_ENDED.inModel())
                .processInstanceBusinessKey(
                        BusinessKey.of(event.candidate().id()).key())
                .correlateAll();
    }
}

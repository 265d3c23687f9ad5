package io.handsel.recruitment.process;

import io.handsel.engine.ModelBean;
import io.handsel.recruitment.Outreach;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Note silence": every mail has left and nobody has answered. */
@Component
@ModelBean
class NoteSilenceDelegate implements JavaDelegate {

    private final Outreach outreach;

    NoteSilenceDelegate(Outreach outreach) {
        this.outreach = outreach;
    }

    @Override
    public void execute(DelegateExecution execution) {
        outreach.silent(OutreachContract.candidateOf(execution));
    }
}

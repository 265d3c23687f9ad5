package io.handsel.recruitment.process;

import io.handsel.engine.ModelBean;
import io.handsel.recruitment.Outreach;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Send task "Write mail": writes the next mail, if the candidate may be written to. */
@Component
@ModelBean
class WriteMailDelegate implements JavaDelegate {

    private final Outreach outreach;

    WriteMailDelegate(Outreach outreach) {
        this.outreach = outreach;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OutreachContract.MAIL_WRITTEN.set(execution, outreach.write(OutreachContract.candidateOf(execution)));
    }
}

package io.handsel.recruitment.process;

import io.handsel.engine.ModelBean;
import io.handsel.recruitment.Outreach;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Plan next mail": sets when the next mail is due, from the table {@code outreach-schedule}. */
@Component
@ModelBean
class PlanNextMailDelegate implements JavaDelegate {

    private final Outreach outreach;

    PlanNextMailDelegate(Outreach outreach) {
        this.outreach = outreach;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var due = outreach.planNext(OutreachContract.candidateOf(execution));
        OutreachContract.MORE_MAILS.set(execution, due.isPresent());
        due.ifPresent(moment -> OutreachContract.MAIL_DUE.set(execution, moment));
    }
}

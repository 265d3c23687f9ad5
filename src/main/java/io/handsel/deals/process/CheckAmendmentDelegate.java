package io.handsel.deals.process;

import io.handsel.deals.DealAccounts;
import io.handsel.deals.SubjectOfReview;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Check amendment": gathers the facts the tables read. */
@Component
@ModelBean
class CheckAmendmentDelegate implements JavaDelegate {

    private final DealAccounts accounts;

    CheckAmendmentDelegate(DealAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var facts = accounts.check(DealVariables.dealOf(execution), SubjectOfReview.AMENDMENT)
                .asFacts();
        facts.names().forEach(name -> execution.setVariable(name, facts.get(name)));
    }
}

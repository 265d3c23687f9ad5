package io.handsel.deals.process;

import io.handsel.accounts.ClaimEnd;
import io.handsel.deals.DealAccounts;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Release account": the partner has taken the deal back. */
@Component
@ModelBean
class ReleaseAccountDelegate implements JavaDelegate {

    private final DealAccounts accounts;

    ReleaseAccountDelegate(DealAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        accounts.release(DealVariables.dealOf(execution), ClaimEnd.WITHDRAWN);
    }
}

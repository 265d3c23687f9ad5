package io.handsel.deals.process;

import io.handsel.deals.DealAccounts;
import io.handsel.deals.HoldOutcome;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Regain place": holds the account again if it is still free. */
@Component
@ModelBean
class RegainPlaceDelegate implements JavaDelegate {

    private final DealAccounts accounts;

    RegainPlaceDelegate(DealAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var outcome = accounts.hold(DealVariables.dealOf(execution));

        if (outcome instanceof HoldOutcome.Taken taken) {
            throw DealInformationContract.Errors.ACCOUNT_TAKEN.because(taken.reason());
        }
    }
}

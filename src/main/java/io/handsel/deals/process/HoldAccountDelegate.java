package io.handsel.deals.process;

import io.handsel.deals.DealAccounts;
import io.handsel.deals.HoldOutcome;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Hold account": nobody slips in while people decide. */
@Component
@ModelBean
class HoldAccountDelegate implements JavaDelegate {

    private final DealAccounts accounts;

    HoldAccountDelegate(DealAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var outcome = accounts.hold(DealVariables.dealOf(execution));

        if (outcome instanceof HoldOutcome.Taken taken) {
            throw DealRegistrationContract.Errors.ACCOUNT_TAKEN.because(taken.reason());
        }
    }
}

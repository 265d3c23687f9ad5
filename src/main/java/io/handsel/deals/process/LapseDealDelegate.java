package io.handsel.deals.process;

import io.handsel.deals.DealProtection;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Lapse deal": frees the account in the same transaction. */
@Component
@ModelBean
class LapseDealDelegate implements JavaDelegate {

    private final DealProtection protection;

    LapseDealDelegate(DealProtection protection) {
        this.protection = protection;
    }

    @Override
    public void execute(DelegateExecution execution) {
        protection.lapse(DealVariables.dealOf(execution));
        DealVariables.CLOSING.set(execution, "expired");
    }
}

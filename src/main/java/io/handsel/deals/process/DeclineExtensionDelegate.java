package io.handsel.deals.process;

import io.handsel.deals.DealProtection;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Decline extension": the protection ends as it would have. */
@Component
@ModelBean
class DeclineExtensionDelegate implements JavaDelegate {

    private final DealProtection protection;

    DeclineExtensionDelegate(DealProtection protection) {
        this.protection = protection;
    }

    @Override
    public void execute(DelegateExecution execution) {
        protection.declineExtension(DealVariables.dealOf(execution));
    }
}

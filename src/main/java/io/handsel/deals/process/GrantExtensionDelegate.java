package io.handsel.deals.process;

import io.handsel.deals.DealProtection;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Grant extension": the protection lasts longer. */
@Component
@ModelBean
class GrantExtensionDelegate implements JavaDelegate {

    private final DealProtection protection;

    GrantExtensionDelegate(DealProtection protection) {
        this.protection = protection;
    }

    @Override
    public void execute(DelegateExecution execution) {
        protection.grantExtension(DealVariables.dealOf(execution));
    }
}

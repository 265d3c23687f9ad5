package io.handsel.deals.process;

import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Give up": the partner did not answer for too long. */
@Component
@ModelBean
class GiveUpDelegate implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        DealVariables.LAPSED.set(execution, true);
    }
}

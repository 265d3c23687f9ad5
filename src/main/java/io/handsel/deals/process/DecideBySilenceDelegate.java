package io.handsel.deals.process;

import io.handsel.deals.SilenceMeans;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Decide by silence": nobody answered, and the table says what that means. */
@Component
@ModelBean
class DecideBySilenceDelegate implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        var silence = DealVariables.SILENCE.in(execution);
        DealVariables.APPROVED.set(execution, silence == SilenceMeans.APPROVE);
        DealVariables.LAPSED.set(execution, silence == SilenceMeans.LAPSE);
    }
}

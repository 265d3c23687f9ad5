package io.handsel.deals.process;

import io.handsel.deals.CustomersWord;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service tasks "Decline choice" and "Drop choice": the customer stays where it is. */
@Component
@ModelBean
class DeclineChoiceDelegate implements JavaDelegate {

    private final CustomersWord word;

    DeclineChoiceDelegate(CustomersWord word) {
        this.word = word;
    }

    @Override
    public void execute(DelegateExecution execution) {
        word.decline(DealVariables.dealOf(execution));
    }
}

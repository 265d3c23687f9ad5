package io.handsel.deals.process;

import io.handsel.deals.CustomersWord;
import io.handsel.deals.DealOutcome;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Award deal": the customer moves to the partner it has chosen. */
@Component
@ModelBean
class AwardDealDelegate implements JavaDelegate {

    private final CustomersWord word;

    AwardDealDelegate(CustomersWord word) {
        this.word = word;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var outcome = word.award(DealVariables.dealOf(execution));

        if (outcome instanceof DealOutcome.Refused refused) {
            throw CustomerChoiceContract.Errors.CUSTOMER_CANNOT_BE_MOVED.because(refused.reason());
        }
    }
}

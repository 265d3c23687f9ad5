package io.handsel.disputes.process;

import io.handsel.disputes.DisputeRefusal;
import io.handsel.disputes.DisputeSettlement;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Make final": moves the customer where the verdict says; an error where it can no longer be moved. */
@Component
@ModelBean
class MakeFinalDelegate implements JavaDelegate {

    private final DisputeSettlement settlement;

    MakeFinalDelegate(DisputeSettlement settlement) {
        this.settlement = settlement;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var verdict = settlement
                .finish(DisputeContract.disputeOf(execution))
                .orElseThrow(() -> DisputeContract.Errors.NOT_POSSIBLE.because(DisputeRefusal.NOT_IN_THIS_STATE));

        DisputeContract.VERDICT.set(execution, verdict);
    }
}

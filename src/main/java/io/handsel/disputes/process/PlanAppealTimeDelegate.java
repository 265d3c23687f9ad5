package io.handsel.disputes.process;

import io.handsel.disputes.DisputeSettlement;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Plan appeal time": sets until when the decision may be appealed, if it may. */
@Component
@ModelBean
class PlanAppealTimeDelegate implements JavaDelegate {

    private final DisputeSettlement settlement;

    PlanAppealTimeDelegate(DisputeSettlement settlement) {
        this.settlement = settlement;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var until = settlement.planAppealTime(DisputeContract.disputeOf(execution));

        DisputeContract.MAY_BE_APPEALED.set(execution, until.isPresent());
        until.ifPresent(moment -> DisputeContract.APPEAL_UNTIL.set(execution, moment));
    }
}

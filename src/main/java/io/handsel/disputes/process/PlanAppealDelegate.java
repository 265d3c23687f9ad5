package io.handsel.disputes.process;

import io.handsel.disputes.DisputeSettlement;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Plan appeal": sets which director decides and by when. */
@Component
@ModelBean
class PlanAppealDelegate implements JavaDelegate {

    private final DisputeSettlement settlement;

    PlanAppealDelegate(DisputeSettlement settlement) {
        this.settlement = settlement;
    }

    @Override
    public void execute(DelegateExecution execution) {
        SettlementPlans.set(execution, settlement.planAppeal(DisputeContract.disputeOf(execution)));
    }
}

package io.handsel.disputes.process;

import io.handsel.disputes.DisputeSettlement;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Plan settlement": sets who settles and by when. */
@Component
@ModelBean
class PlanSettlementDelegate implements JavaDelegate {

    private final DisputeSettlement settlement;

    PlanSettlementDelegate(DisputeSettlement settlement) {
        this.settlement = settlement;
    }

    @Override
    public void execute(DelegateExecution execution) {
        SettlementPlans.set(execution, settlement.planSettlement(DisputeContract.disputeOf(execution)));
    }
}

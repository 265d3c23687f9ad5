package io.handsel.disputes.process;

import io.handsel.disputes.DisputeSettlement;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Plan evidence": sets until when both sides put evidence. */
@Component
@ModelBean
class PlanEvidenceDelegate implements JavaDelegate {

    private final DisputeSettlement settlement;

    PlanEvidenceDelegate(DisputeSettlement settlement) {
        this.settlement = settlement;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DisputeContract.EVIDENCE_UNTIL.set(execution, settlement.planEvidence(DisputeContract.disputeOf(execution)));
    }
}

package io.handsel.disputes.process;

import io.handsel.disputes.SettlementPlan;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Brings who decides, and by which clock, to the process. */
final class SettlementPlans {

    private SettlementPlans() {}

    static void set(DelegateExecution execution, SettlementPlan plan) {
        execution.setVariable(
                DisputeContract.DECIDER.name(),
                plan.decider() == null ? null : plan.decider().toString());
        DisputeContract.REMINDER_DUE.set(execution, plan.reminderDue());
        DisputeContract.ANSWER_DUE.set(execution, plan.answerDue());
    }
}

package io.handsel.applications.process;

import io.handsel.applications.ReviewPlan;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Brings who decides, and by which clock, to the process. */
final class ReviewPlans {

    private ReviewPlans() {}

    static void set(DelegateExecution execution, ReviewPlan plan) {
        execution.setVariable(
                VettingContract.DECIDER.name(),
                plan.decider() == null ? null : plan.decider().toString());
        VettingContract.REMINDER_DUE.set(execution, plan.reminderDue());
        VettingContract.ANSWER_DUE.set(execution, plan.answerDue());
    }
}

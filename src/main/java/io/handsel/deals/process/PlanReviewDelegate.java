package io.handsel.deals.process;

import io.handsel.deals.DealReview;
import io.handsel.deals.DecisionRoute;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Plan review": sets the clock and the reviewer; where nobody decides, the table's answer stands. */
@Component
@ModelBean
class PlanReviewDelegate implements JavaDelegate {

    private final DealReview review;

    PlanReviewDelegate(DealReview review) {
        this.review = review;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var route = DealVariables.ROUTE.in(execution);
        var plan = review.plan(DealVariables.dealOf(execution), DealVariables.SUBJECT.in(execution), route);

        execution.setVariable(
                DealVariables.REVIEWER.name(),
                plan.reviewer() == null ? null : plan.reviewer().toString());
        DealVariables.REMINDER_DUE.set(execution, plan.reminderDue());
        DealVariables.ANSWER_DUE.set(execution, plan.answerDue());
        DealVariables.SILENCE_DUE.set(execution, plan.silenceDue());
        DealVariables.SILENCE.set(execution, plan.silence());
        DealVariables.APPROVED.set(execution, route == DecisionRoute.AUTOMATIC);
        DealVariables.LAPSED.set(execution, false);
    }
}

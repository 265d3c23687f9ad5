package io.handsel.deals.process;

import io.handsel.deals.DealReview;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Plan higher review": sets when answers are due; whoever is not asked agrees. */
@Component
@ModelBean
class PlanHigherReviewDelegate implements JavaDelegate {

    private final DealReview review;

    PlanHigherReviewDelegate(DealReview review) {
        this.review = review;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var due = review.planHigher(
                DealVariables.dealOf(execution),
                DealVariables.SUBJECT.in(execution),
                DealVariables.ROUTE.in(execution));

        DealVariables.HIGHER_ANSWER_DUE.set(execution, due);
        DealVariables.DIRECTOR_APPROVES.set(execution, true);
        DealVariables.FINANCE_APPROVES.set(execution, true);
    }
}

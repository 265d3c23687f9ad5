package io.handsel.deals.process;

import io.handsel.deals.DealReview;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Resume review": what was missing is there. */
@Component
@ModelBean
class ResumeReviewDelegate implements JavaDelegate {

    private final DealReview review;

    ResumeReviewDelegate(DealReview review) {
        this.review = review;
    }

    @Override
    public void execute(DelegateExecution execution) {
        review.resume(DealVariables.dealOf(execution));
        DealVariables.ANSWERED.set(execution, true);
    }
}

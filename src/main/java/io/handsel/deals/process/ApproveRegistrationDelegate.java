package io.handsel.deals.process;

import io.handsel.deals.DealReview;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Approve registration": protects the account and fixes the incentive. */
@Component
@ModelBean
class ApproveRegistrationDelegate implements JavaDelegate {

    private final DealReview review;

    ApproveRegistrationDelegate(DealReview review) {
        this.review = review;
    }

    @Override
    public void execute(DelegateExecution execution) {
        review.approve(DealVariables.dealOf(execution));
    }
}

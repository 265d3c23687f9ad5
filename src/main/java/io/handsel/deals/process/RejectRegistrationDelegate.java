package io.handsel.deals.process;

import io.handsel.deals.DealReview;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Reject registration": frees the account and keeps the reason. */
@Component
@ModelBean
class RejectRegistrationDelegate implements JavaDelegate {

    private final DealReview review;

    RejectRegistrationDelegate(DealReview review) {
        this.review = review;
    }

    @Override
    public void execute(DelegateExecution execution) {
        review.reject(
                DealVariables.dealOf(execution),
                DealVariables.REJECTION_REASON.find(execution).orElse(null));
    }
}

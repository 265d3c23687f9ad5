package io.handsel.deals.process;

import io.handsel.deals.DealReview;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Lose place": frees the account; the partner may still answer. */
@Component
@ModelBean
class LosePlaceDelegate implements JavaDelegate {

    private final DealReview review;

    LosePlaceDelegate(DealReview review) {
        this.review = review;
    }

    @Override
    public void execute(DelegateExecution execution) {
        review.losePlace(DealVariables.dealOf(execution));
    }
}

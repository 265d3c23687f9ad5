package io.handsel.deals.process;

import io.handsel.deals.DealReview;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Lapse registration": nobody answered in time. */
@Component
@ModelBean
class LapseRegistrationDelegate implements JavaDelegate {

    private final DealReview review;

    LapseRegistrationDelegate(DealReview review) {
        this.review = review;
    }

    @Override
    public void execute(DelegateExecution execution) {
        review.lapse(DealVariables.dealOf(execution));
    }
}

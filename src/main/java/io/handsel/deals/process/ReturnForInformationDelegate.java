package io.handsel.deals.process;

import io.handsel.deals.DealReview;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Return for information": opens the marked fields to the partner. */
@Component
@ModelBean
class ReturnForInformationDelegate implements JavaDelegate {

    private final DealReview review;

    ReturnForInformationDelegate(DealReview review) {
        this.review = review;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var plan = review.returnForInformation(DealVariables.dealOf(execution));

        DealVariables.PLACE_KEPT_UNTIL.set(execution, plan.placeKeptUntil());
        DealVariables.GIVEN_UP_AT.set(execution, plan.givenUpAt());
        DealVariables.ANSWERED.set(execution, false);
        DealVariables.LAPSED.set(execution, false);
    }
}

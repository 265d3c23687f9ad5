package io.handsel.deals.process;

import io.handsel.deals.DealNotices;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Send tasks "Tell partner: …", "Confirm receipt" and "Remind partner"; the parameter {@code notice} says what. */
@Component
@ModelBean
class NotifyPartnerDelegate implements JavaDelegate {

    private final DealNotices notices;

    NotifyPartnerDelegate(DealNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.toPartner(
                DealVariables.dealOf(execution), DealVariables.NOTICE.in(execution), execution.getActivityInstanceId());
    }
}

package io.handsel.applications.process;

import io.handsel.applications.ApplicationNotices;
import io.handsel.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Send tasks "Tell applicant: …"; the parameter {@code notice} says what. */
@Component
@ModelBean
class NotifyApplicantDelegate implements JavaDelegate {

    private final ApplicationNotices notices;

    NotifyApplicantDelegate(ApplicationNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.toApplicant(
                VettingContract.applicationOf(execution),
                VettingContract.NOTICE.in(execution),
                execution.getActivityInstanceId());
    }
}

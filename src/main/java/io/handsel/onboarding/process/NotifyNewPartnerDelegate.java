package io.handsel.onboarding.process;

import io.handsel.engine.ModelBean;
import io.handsel.onboarding.OnboardingNotices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Send tasks "Tell partner: …" and "Remind partner"; the parameter {@code notice} says what. */
@Component
@ModelBean
class NotifyNewPartnerDelegate implements JavaDelegate {

    private final OnboardingNotices notices;

    NotifyNewPartnerDelegate(OnboardingNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.toPartner(
                PartnerOnboardingContract.onboardingOf(execution),
                PartnerOnboardingContract.NOTICE.in(execution),
                execution.getActivityInstanceId());
    }
}

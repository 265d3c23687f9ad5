package io.handsel.onboarding.process;

import io.handsel.engine.ModelBean;
import io.handsel.onboarding.OnboardingNotices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Send tasks "Tell manager: …" and "Remind manager"; the parameter {@code notice} says what. */
@Component
@ModelBean
class NotifyOnboardingManagerDelegate implements JavaDelegate {

    private final OnboardingNotices notices;

    NotifyOnboardingManagerDelegate(OnboardingNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.toManager(
                PartnerOnboardingContract.onboardingOf(execution),
                PartnerOnboardingContract.NOTICE.in(execution),
                execution.getActivityInstanceId());
    }
}

package io.handsel.onboarding.process;

import io.handsel.engine.ModelBean;
import io.handsel.onboarding.OnboardingNotices;
import io.handsel.onboarding.PartnerOnboarding;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Remind of step": tells whoever owns the step that it is due soon. */
@Component
@ModelBean
class RemindOfStepDelegate implements JavaDelegate {

    private final PartnerOnboarding onboarding;
    private final OnboardingNotices notices;

    RemindOfStepDelegate(PartnerOnboarding onboarding, OnboardingNotices notices) {
        this.onboarding = onboarding;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = PartnerOnboardingContract.onboardingOf(execution);
        onboarding.remindOfStep(id).ifPresent(step -> notices.ofStep(id, step, execution.getActivityInstanceId()));
    }
}

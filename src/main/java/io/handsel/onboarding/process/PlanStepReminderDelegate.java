package io.handsel.onboarding.process;

import io.handsel.engine.ModelBean;
import io.handsel.onboarding.PartnerOnboarding;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Plan step reminder": sets whether somebody is to be reminded of a step, and when. */
@Component
@ModelBean
class PlanStepReminderDelegate implements JavaDelegate {

    private final PartnerOnboarding onboarding;

    PlanStepReminderDelegate(PartnerOnboarding onboarding) {
        this.onboarding = onboarding;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var next = onboarding.nextStepReminder(PartnerOnboardingContract.onboardingOf(execution));

        PartnerOnboardingContract.STEP_TO_BE_DONE.set(execution, next.isPresent());
        next.ifPresent(due -> PartnerOnboardingContract.STEP_REMINDER_DUE.set(execution, due));
    }
}

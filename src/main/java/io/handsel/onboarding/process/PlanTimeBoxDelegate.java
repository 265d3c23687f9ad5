package io.handsel.onboarding.process;

import io.handsel.engine.ModelBean;
import io.handsel.onboarding.PartnerOnboarding;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Plan time box": sets when both sides are reminded, when the time is up, and who decides then. */
@Component
@ModelBean
class PlanTimeBoxDelegate implements JavaDelegate {

    private final PartnerOnboarding onboarding;

    PlanTimeBoxDelegate(PartnerOnboarding onboarding) {
        this.onboarding = onboarding;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var plan = onboarding.plan(PartnerOnboardingContract.onboardingOf(execution));

        PartnerOnboardingContract.FIRST_REMINDER_DUE.set(execution, plan.firstReminderDue());
        PartnerOnboardingContract.LAST_REMINDER_DUE.set(execution, plan.lastReminderDue());
        PartnerOnboardingContract.TIME_BOX_ENDS.set(execution, plan.ends());
        PartnerOnboardingContract.MANAGER.set(execution, plan.manager().toString());
        PartnerOnboardingContract.ANSWER_DUE.set(execution, plan.answerDue());
    }
}

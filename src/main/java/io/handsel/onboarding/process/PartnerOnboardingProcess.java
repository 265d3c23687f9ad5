package io.handsel.onboarding.process;

import io.handsel.engine.BusinessKey;
import io.handsel.engine.MessageName;
import io.handsel.onboarding.OnboardingBegun;
import io.handsel.onboarding.OnboardingClosed;
import io.handsel.onboarding.OnboardingCompleted;
import io.handsel.onboarding.OnboardingId;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Carries news of onboardings into their process, in the transaction that made the news. */
@Component
class PartnerOnboardingProcess {

    private final RuntimeService engine;

    PartnerOnboardingProcess(RuntimeService engine) {
        this.engine = engine;
    }

    @EventListener
    void on(OnboardingBegun event) {
        engine.startProcessInstanceByKey(
                PartnerOnboardingContract.KEY.key(), key(event.onboarding()).key());
    }

    @EventListener
    void on(OnboardingCompleted event) {
        tell(PartnerOnboardingContract.Messages.FIRST_DEAL_REGISTERED, event.onboarding());
    }

    @EventListener
    void on(OnboardingClosed event) {
        tell(PartnerOnboardingContract.Messages.CLOSED_BY_HAND, event.onboarding());
    }

    /** Where the manager has ended it at this very moment, somebody else was faster: nothing is changed. */
    private void tell(MessageName message, OnboardingId onboarding) {
        try {
            engine.createMessageCorrelation(message.inModel())
                    .processInstanceBusinessKey(key(onboarding).key())
                    .correlate();
        } catch (MismatchingMessageCorrelationException gone) {
            throw new OptimisticLockingFailureException("The process of onboarding " + onboarding + " has ended", gone);
        }
    }

    private static BusinessKey key(OnboardingId onboarding) {
        return BusinessKey.of(onboarding.id());
    }
}

package io.handsel.onboarding;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Keeps an onboarding and tells its news in the same transaction: of two people at once the second is stopped here,
 * before the process is told of what has already happened.
 */
@Component
class OnboardingNews {

    private final Onboardings onboardings;
    private final ApplicationEventPublisher events;

    OnboardingNews(Onboardings onboardings, ApplicationEventPublisher events) {
        this.onboardings = onboardings;
        this.events = events;
    }

    void keep(Onboarding onboarding) {
        onboardings.saveAndFlush(onboarding).takeNews().forEach(events::publishEvent);
    }
}

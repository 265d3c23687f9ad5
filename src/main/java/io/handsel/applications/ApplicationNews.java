package io.handsel.applications;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Keeps an application and tells its news in the same transaction: of two people at once the second is stopped here,
 * before the process is told of what has already happened.
 */
@Component
class ApplicationNews {

    private final Applications applications;
    private final ApplicationEventPublisher events;

    ApplicationNews(Applications applications, ApplicationEventPublisher events) {
        this.applications = applications;
        this.events = events;
    }

    void keep(PartnerApplication application) {
        applications.saveAndFlush(application).takeNews().forEach(events::publishEvent);
    }
}

package io.handsel.disputes;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Keeps a dispute and tells its news in the same transaction: of two people at once the second is stopped here, before
 * the process is told of what has already happened.
 */
@Component
class DisputeNews {

    private final Disputes disputes;
    private final ApplicationEventPublisher events;

    DisputeNews(Disputes disputes, ApplicationEventPublisher events) {
        this.disputes = disputes;
        this.events = events;
    }

    void keep(Dispute dispute) {
        disputes.saveAndFlush(dispute).takeNews().forEach(events::publishEvent);
    }
}

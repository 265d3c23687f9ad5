package io.handsel.deals;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Keeps a deal and tells its news in the same transaction: of two people at once the second is stopped here, before the
 * process is told of what has already happened. Not left to the repository, because whoever hears the news,
 * the process, may change and keep the same deal before this call ends.
 */
@Component
class DealNews {

    private final Deals deals;
    private final ApplicationEventPublisher events;

    DealNews(Deals deals, ApplicationEventPublisher events) {
        this.deals = deals;
        this.events = events;
    }

    void keep(Deal deal) {
        deals.saveAndFlush(deal).takeNews().forEach(events::publishEvent);
    }
}

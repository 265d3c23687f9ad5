package io.handsel.deals;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Keeps a deal and tells its news in the same transaction. Not left to the repository, because whoever hears the news,
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
        deals.save(deal).takeNews().forEach(events::publishEvent);
    }
}

package io.handsel.agreements;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Keeps an agreement and tells what happened in the same transaction: what hears of it and what happened are there
 * together or not at all.
 */
@Component
class AgreementNews {

    private final AgreementStore store;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AgreementNews(AgreementStore store, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    void keep(Agreement agreement, Object event) {
        store.saveAndFlush(agreement);
        events.publishEvent(event);
    }

    /** As fine as every database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

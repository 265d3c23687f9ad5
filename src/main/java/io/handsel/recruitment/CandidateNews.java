package io.handsel.recruitment;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Keeps a candidate and tells its news in the same transaction. */
@Component
class CandidateNews {

    private final CandidateStore candidates;
    private final ApplicationEventPublisher events;

    CandidateNews(CandidateStore candidates, ApplicationEventPublisher events) {
        this.candidates = candidates;
        this.events = events;
    }

    void keep(Candidate candidate) {
        var news = candidate.takeNews();
        candidates.saveAndFlush(candidate);
        news.forEach(events::publishEvent);
    }
}

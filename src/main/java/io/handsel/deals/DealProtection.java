package io.handsel.deals;

import io.handsel.security.Actor;
import org.springframework.stereotype.Service;

/** What a partner does with an approved deal while it is protected. */
@Service
public class DealProtection {

    /** Tells how the sale goes, which keeps the claim alive. */
    public DealOutcome update(Actor actor, DealId id, UpdateDeal update) {
        throw new UnsupportedOperationException();
    }

    public DealOutcome requestExtension(Actor actor, DealId id, RequestExtension request) {
        throw new UnsupportedOperationException();
    }

    /** Changes what was approved: at once within the tolerance, else after a new review. */
    public DealOutcome amend(Actor actor, DealId id, AmendDeal amendment) {
        throw new UnsupportedOperationException();
    }
}

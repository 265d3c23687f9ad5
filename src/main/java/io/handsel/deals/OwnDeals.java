package io.handsel.deals;

import io.handsel.partner.PartnerScope;
import io.handsel.security.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way from somebody of a partner to a deal: what is another partner's, or belongs to a location that is not
 * theirs, is not there for them. Lists ask {@link PartnerScope#condition} the same.
 */
@Component
@Transactional
class OwnDeals {

    private final Deals deals;

    OwnDeals(Deals deals) {
        this.deals = deals;
    }

    /** @throws DealNotFound if there is no such deal for this actor */
    Deal get(Actor actor, DealId id) {
        var mine = PartnerScope.of(actor);
        return deals.findById(id)
                .filter(deal -> mine.covers(deal.partner(), deal.location().orElse(null)))
                .orElseThrow(() -> DealNotFound.of(id));
    }
}

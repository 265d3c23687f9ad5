package io.handsel.disputes;

import io.handsel.deals.DealMoved;
import io.handsel.partner.PartnerScope;
import io.handsel.security.Actor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way from somebody of a partner to a dispute: one in which the partner, or the own location, has no side is not
 * there for them. Lists ask {@link PartnerScope#condition} the same.
 */
@Component
@Transactional
class OwnDisputes {

    private final Disputes disputes;

    OwnDisputes(Disputes disputes) {
        this.disputes = disputes;
    }

    /** @throws DisputeNotFound if there is no such dispute for this actor */
    Dispute get(Actor actor, DisputeId id) {
        var mine = PartnerScope.of(actor);
        return disputes.findById(id)
                .filter(dispute -> dispute.parties().anyMatch(party -> mine.covers(party.partner(), party.location())))
                .orElseThrow(() -> DisputeNotFound.of(id));
    }

    /** Where the deal goes its side of a dispute goes. */
    @EventListener
    void on(DealMoved moved) {
        disputes.findBySubject(moved.deal().id()).forEach(dispute -> {
            dispute.parties()
                    .filter(party -> party.subject().equals(moved.deal().id()))
                    .forEach(party -> party.moveTo(moved.to()));
            disputes.saveAndFlush(dispute);
        });
    }
}

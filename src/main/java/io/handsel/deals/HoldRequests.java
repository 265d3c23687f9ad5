package io.handsel.deals;

import io.handsel.accounts.HoldRequest;
import io.handsel.partner.Partners;
import io.handsel.security.LocationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a deal asks of the register of accounts, in the words of the register. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class HoldRequests {

    private final Deals deals;
    private final Partners partners;

    HoldRequests(Deals deals, Partners partners) {
        this.deals = deals;
        this.partners = partners;
    }

    /**
     * For the location the deal belongs to now, whatever was read before: nobody moves it until this transaction ends, or
     * its claim would stay behind. To be asked for before anything is done to an account: the partner's row comes first.
     *
     * @param content what is claimed: that of the deal, or what it is to become
     */
    HoldRequest of(Deal deal, DealContent content, Instant until) {
        partners.findLocked(deal.partner());
        return request(deal, deals.findLocation(deal.id()).orElse(null), content, until);
    }

    /** For a deal nobody knows of yet. */
    HoldRequest ofNew(Deal deal, Instant until) {
        return request(deal, deal.location().orElse(null), deal.content(), until);
    }

    private static HoldRequest request(Deal deal, @Nullable LocationId location, DealContent content, Instant until) {
        return new HoldRequest(
                deal.partner(),
                deal.registrant(),
                location,
                content.question(),
                content.scope(deal.program()),
                deal.id().id(),
                until);
    }
}

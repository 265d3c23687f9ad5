package io.handsel.deals;

import io.handsel.incentives.IncentiveQuotes;
import io.handsel.incentives.QuoteRequest;
import io.handsel.incentives.Registrant;
import io.handsel.partner.Partners;
import io.handsel.territory.PartnerDay;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a deal would earn its partner, by the tables of the day. */
@Component
class DealQuotes {

    private final IncentiveQuotes incentives;
    private final Partners partners;

    DealQuotes(IncentiveQuotes incentives, Partners partners) {
        this.incentives = incentives;
        this.partners = partners;
    }

    @Nullable
    QuotedIncentive forFirst(Deal deal, Instant now) {
        return quote(deal, Registrant.FIRST, now);
    }

    /** What the partner would earn that came second, or lost the customer to another one; by its own value. */
    @Nullable
    QuotedIncentive forSecond(Deal deal, Instant now) {
        return quote(deal, Registrant.SECOND, now);
    }

    private @Nullable QuotedIncentive quote(Deal deal, Registrant registrant, Instant now) {
        var partner = partners.get(deal.partner());
        var products = deal.content().productLines();
        return incentives
                .quote(new QuoteRequest(
                        deal.program(),
                        "new-business",
                        partner.tier(),
                        products.size() == 1 ? products.get(0) : null,
                        deal.content().value(),
                        registrant,
                        PartnerDay.of(now, partner.zone())))
                .map(quote -> new QuotedIncentive(quote.percent(), quote.amount(), quote.rule()))
                .orElse(null);
    }
}

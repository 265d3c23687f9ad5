package io.handsel.demo;

import io.handsel.deals.DealFilter;
import io.handsel.deals.DealList;
import io.handsel.deals.DealStatus;
import io.handsel.distribution.BoughtThrough;
import io.handsel.distribution.LinkId;
import io.handsel.distribution.LinkOutcome;
import io.handsel.distribution.LinkOutcome.Done;
import io.handsel.distribution.ResellerInvitations;
import io.handsel.distribution.ResellerLinks;
import io.handsel.distribution.SharedPart;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Two distributors: one is linked with a reseller that buys a deal through it, and both wait for an answer. */
@Component
@Profile("demo")
class DemoDistribution {

    private final ResellerInvitations invitations;
    private final ResellerLinks links;
    private final BoughtThrough bought;
    private final DealList deals;

    DemoDistribution(ResellerInvitations invitations, ResellerLinks links, BoughtThrough bought, DealList deals) {
        this.invitations = invitations;
        this.links = links;
        this.bought = bought;
        this.deals = deals;
    }

    void link(DemoPeople cast) {
        var linked = invite(cast, "partner-e-admin", "anna.adler@partner-a.example", "We already deliver to you.");
        done(links.accept(cast.actor("partner-a-admin"), linked, Set.of(SharedPart.CONTACTS, SharedPart.CERTIFICATES)));
        var seller = cast.actor("partner-a-sales");
        deals.page(seller, DealFilter.in(Set.of(DealStatus.APPROVED)), 1)
                .deals()
                .forEach(deal -> bought.choose(seller, deal.id(), linked));
        invite(cast, "partner-e-admin", "bea.whitfield@partner-b.example", "From stock in London by the next day.");
        invite(cast, "partner-e-admin", "wanderhaus.example", "We have seen your new shop.");
        invite(
                cast,
                "partner-f-admin",
                "anna.adler@partner-a.example",
                "Two warehouses in Bavaria, and a line of credit for your first orders.");
    }

    private LinkId invite(DemoPeople cast, String by, String address, String sentence) {
        return done(invitations.invite(cast.actor(by), address, sentence));
    }

    private static LinkId done(LinkOutcome outcome) {
        if (outcome instanceof Done done) {
            return done.link();
        }
        throw new IllegalStateException("Not linked: " + outcome);
    }
}

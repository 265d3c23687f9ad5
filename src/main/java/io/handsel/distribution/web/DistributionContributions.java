package io.handsel.distribution.web;

import io.handsel.deals.DealCard;
import io.handsel.deals.DealReviewCard;
import io.handsel.distribution.BoughtThrough;
import io.handsel.distribution.LinkList;
import io.handsel.partner.PartnerCard;
import io.handsel.security.Role;
import io.handsel.shell.HomeCard;
import io.handsel.shell.NavigationEntry;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What distribution adds to the navigation, the home page, and the pages of a deal and of a partner. */
@Configuration(proxyBeanMethods = false)
class DistributionContributions {

    @Bean
    NavigationEntry resellersNavigation(LinkList links) {
        return NavigationEntry.of("/resellers", "distribution.resellers.navigation", 26, Role.PARTNER)
                .concerning(links::isDistributor);
    }

    @Bean
    NavigationEntry distributorsNavigation(LinkList links) {
        return NavigationEntry.of("/distributors", "distribution.distributors.navigation", 27, Role.PARTNER)
                .concerning(links::isReseller);
    }

    /** Above the other cards, where there is one. */
    @Bean
    HomeCard waitingInvitations(LinkList links) {
        return new HomeCard("distribution/_home :: waiting", 15, Set.of(Role.PARTNER_ADMIN), links::waitingFor);
    }

    @Bean
    DealCard boughtThroughCard(BoughtThrough bought) {
        return new DealCard("distribution/_deal :: bought", 20, Role.PARTNER, bought::of);
    }

    @Bean
    DealReviewCard boughtThroughInReview(BoughtThrough bought) {
        return new DealReviewCard("distribution/_deal :: review", 20, deal -> bought.nameOf(deal.id()));
    }

    @Bean
    PartnerCard linksOnRecord(LinkList links) {
        return new PartnerCard(
                "distribution/_record :: card",
                50,
                Set.of(Role.MANAGER, Role.DIRECTOR, Role.OPERATOR),
                (actor, partner) -> links.ofPartner(partner.id()));
    }
}

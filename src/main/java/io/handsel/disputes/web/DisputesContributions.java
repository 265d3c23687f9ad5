package io.handsel.disputes.web;

import io.handsel.deals.DealCard;
import io.handsel.disputes.DisputeList;
import io.handsel.disputes.DisputeOpening;
import io.handsel.security.Role;
import io.handsel.shell.HomeCard;
import io.handsel.shell.NavigationEntry;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What disputes add to the navigation, to a partner's home page and to the page of a deal. */
@Configuration(proxyBeanMethods = false)
class DisputesContributions {

    private static final int SHOWN = 6;
    private static final Set<Role> SELLERS = Set.of(Role.PARTNER_ADMIN, Role.PARTNER_SALES);

    @Bean
    NavigationEntry disputesNavigation() {
        var readers = EnumSet.of(Role.MANAGER, Role.DIRECTOR);
        readers.addAll(Role.PARTNER);
        return NavigationEntry.of("/disputes", "disputes.navigation", 25, readers);
    }

    /** Disputes that wait for the partner's own people; nothing where there is none. */
    @Bean
    HomeCard waitingDisputes(DisputeList list) {
        return new HomeCard("disputes/_home :: waiting", 21, SELLERS, actor -> list.waitingFor(actor, SHOWN));
    }

    @Bean
    DealCard disputeOffer(DisputeOpening opening) {
        return new DealCard(
                "disputes/_deal :: offer",
                10,
                SELLERS,
                (actor, deal) -> opening.offer(actor, deal.id()).map(offer -> new DealOffer(deal.id(), offer)));
    }
}

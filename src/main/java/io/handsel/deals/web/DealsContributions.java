package io.handsel.deals.web;

import io.handsel.deals.DealFilter;
import io.handsel.deals.DealList;
import io.handsel.deals.DealStatus;
import io.handsel.security.Role;
import io.handsel.shell.HomeAction;
import io.handsel.shell.HomeCard;
import io.handsel.shell.NavigationEntry;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What deals add to the navigation and to a partner's home page. */
@Configuration(proxyBeanMethods = false)
class DealsContributions {

    private static final int SHOWN = 6;

    @Bean
    NavigationEntry dealsNavigation() {
        return NavigationEntry.of("/deals", "deals.navigation", 20, Role.PARTNER);
    }

    @Bean
    HomeAction registerDealAction() {
        return new HomeAction(
                "/deals/new", "deals.register.button", 10, Set.of(Role.PARTNER_ADMIN, Role.PARTNER_SALES));
    }

    /** Deals that wait for the partner's own people. */
    @Bean
    HomeCard waitingDeals(DealList list) {
        var waiting = DealFilter.in(EnumSet.of(DealStatus.ACTION_REQUIRED));
        return new HomeCard(
                "deals/_home :: waiting",
                20,
                Set.of(Role.PARTNER_ADMIN, Role.PARTNER_SALES),
                actor -> list.page(actor, waiting, SHOWN).deals());
    }

    /** A partner's deals at a glance: those whose clock runs out first. */
    @Bean
    HomeCard myDeals(DealList list) {
        return new HomeCard("deals/_home :: mine", 30, Role.PARTNER, actor -> list.mostUrgent(actor, SHOWN));
    }
}

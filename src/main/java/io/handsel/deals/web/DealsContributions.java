package io.handsel.deals.web;

import io.handsel.deals.DealFilter;
import io.handsel.deals.DealOverview;
import io.handsel.deals.DealStatus;
import io.handsel.deals.DealSummary;
import io.handsel.security.Role;
import io.handsel.shell.HomeAction;
import io.handsel.shell.HomeCard;
import io.handsel.shell.NavigationEntry;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.PageRequest;

/** What deals add to the navigation and to a partner's home page. */
@Configuration(proxyBeanMethods = false)
class DealsContributions {

    private static final int SHOWN = 6;

    /** A partner's deals at a glance: those whose clock runs out first, and how many stand where. */
    record MyDeals(List<DealSummary> urgent, Map<DealStatus, Long> counts) {}

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
    HomeCard waitingDeals(DealOverview overview) {
        var waiting = new DealFilter(EnumSet.of(DealStatus.ACTION_REQUIRED), null);
        return new HomeCard(
                "deals/_home :: waiting",
                20,
                Set.of(Role.PARTNER_ADMIN, Role.PARTNER_SALES),
                actor -> overview.list(actor, waiting, PageRequest.of(0, SHOWN)).getContent());
    }

    @Bean
    HomeCard myDeals(DealOverview overview) {
        return new HomeCard(
                "deals/_home :: mine",
                30,
                Role.PARTNER,
                actor -> new MyDeals(overview.mostUrgent(actor, SHOWN), overview.counts(actor)));
    }
}

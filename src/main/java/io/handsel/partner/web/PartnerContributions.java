package io.handsel.partner.web;

import io.handsel.security.Role;
import io.handsel.shell.HomeCard;
import io.handsel.shell.NavigationEntry;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What partners contribute to everybody's frame. */
@Configuration(proxyBeanMethods = false)
class PartnerContributions {

    @Bean
    NavigationEntry partnersEntry() {
        return NavigationEntry.of(
                "/partners",
                "partner.navigation",
                40,
                Set.of(Role.MANAGER, Role.DIRECTOR, Role.FINANCE, Role.DESIGNER, Role.OPERATOR));
    }

    @Bean
    NavigationEntry ownCompanyEntry() {
        return NavigationEntry.of("/partner", "partner.own.navigation", 80, Set.of(Role.PARTNER_ADMIN));
    }

    @Bean
    HomeCard myManagerCard(PartnerProfiles profiles) {
        return new HomeCard(
                "partner/home :: manager",
                30,
                Role.PARTNER,
                actor -> profiles.managerOf(actor).orElse(null));
    }
}

package io.handsel.agreements.web;

import io.handsel.agreements.Agreements;
import io.handsel.partner.PartnerCard;
import io.handsel.security.Role;
import io.handsel.shell.NavigationEntry;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What agreements add to the navigation and to the pages of a partner. */
@Configuration(proxyBeanMethods = false)
class AgreementsContributions {

    @Bean
    NavigationEntry agreementsNavigation() {
        return NavigationEntry.of(
                "/agreements",
                "agreements.navigation",
                42,
                Set.of(Role.MANAGER, Role.DIRECTOR, Role.FINANCE, Role.OPERATOR));
    }

    @Bean
    NavigationEntry agreementTemplatesNavigation() {
        return NavigationEntry.of(
                "/agreements/templates", "agreements.templates.navigation", 43, Set.of(Role.DESIGNER));
    }

    @Bean
    PartnerCard agreementOnRecord(Agreements agreements) {
        return new PartnerCard(
                "agreements/_record :: card",
                20,
                Set.of(Role.MANAGER, Role.DIRECTOR, Role.FINANCE, Role.OPERATOR, Role.PARTNER_ADMIN),
                (actor, partner) -> agreements.of(partner.id()));
    }
}

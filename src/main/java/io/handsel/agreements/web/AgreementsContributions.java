package io.handsel.agreements.web;

import io.handsel.security.Role;
import io.handsel.shell.NavigationEntry;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What agreements add to the navigation. */
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
}

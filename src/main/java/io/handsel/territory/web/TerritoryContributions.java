package io.handsel.territory.web;

import io.handsel.security.Role;
import io.handsel.shell.NavigationEntry;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TerritoryContributions {

    @Bean
    NavigationEntry territoriesEntry() {
        return NavigationEntry.of(
                "/territories",
                "territory.navigation",
                60,
                Set.of(Role.MANAGER, Role.DIRECTOR, Role.DESIGNER, Role.OPERATOR));
    }
}

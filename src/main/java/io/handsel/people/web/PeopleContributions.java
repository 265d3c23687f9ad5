package io.handsel.people.web;

import io.handsel.security.Role;
import io.handsel.shell.NavigationEntry;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PeopleContributions {

    private static final int AMONG_OPERATIONS = 890;

    @Bean
    NavigationEntry peopleEntry() {
        return NavigationEntry.of("/operations/people", "people.navigation", AMONG_OPERATIONS, Set.of(Role.OPERATOR));
    }

    @Bean
    NavigationEntry colleaguesEntry() {
        return NavigationEntry.of("/partner/people", "people.own.navigation", 85, Set.of(Role.PARTNER_ADMIN));
    }
}

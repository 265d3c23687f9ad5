package io.handsel.recruitment.web;

import io.handsel.security.Role;
import io.handsel.shell.NavigationEntry;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What recruitment adds to the navigation. */
@Configuration(proxyBeanMethods = false)
class RecruitmentContributions {

    private static final int AFTER_DISPUTES = 26;

    @Bean
    NavigationEntry campaignsNavigation() {
        return NavigationEntry.of(
                "/campaigns", "recruitment.navigation", AFTER_DISPUTES, Set.of(Role.MANAGER, Role.DIRECTOR));
    }
}

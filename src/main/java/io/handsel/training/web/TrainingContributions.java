package io.handsel.training.web;

import io.handsel.security.Role;
import io.handsel.shell.NavigationEntry;
import java.util.EnumSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What training adds to the navigation. */
@Configuration(proxyBeanMethods = false)
class TrainingContributions {

    @Bean
    NavigationEntry trainingNavigation() {
        var readers = EnumSet.of(Role.MANAGER, Role.DESIGNER);
        readers.addAll(Role.PARTNER);
        return NavigationEntry.of("/training", "training.navigation", 75, readers);
    }
}

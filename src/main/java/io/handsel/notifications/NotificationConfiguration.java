package io.handsel.notifications;

import io.handsel.security.Role;
import io.handsel.shell.NavigationEntry;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NotificationSettings.class)
class NotificationConfiguration {

    private static final int AMONG_OPERATIONS = 900;

    @Bean
    NavigationEntry mailEntry() {
        return NavigationEntry.of("/operations/mail", "notifications.title", AMONG_OPERATIONS, Set.of(Role.OPERATOR));
    }
}

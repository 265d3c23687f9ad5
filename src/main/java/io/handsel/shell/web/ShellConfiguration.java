package io.handsel.shell.web;

import io.handsel.security.CurrentActor;
import io.handsel.shell.ShellSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.servlet.LocaleResolver;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ShellSettings.class)
@EnableScheduling
class ShellConfiguration {

    @Bean
    LocaleResolver localeResolver(CurrentActor currentActor) {
        return new ReaderLocaleResolver(currentActor);
    }
}

package io.handsel.tasklist;

import io.handsel.engine.BackgroundWork;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module does by itself. */
@Configuration(proxyBeanMethods = false)
class TasklistBackground {

    @Bean
    BackgroundWork oldPresenceWork(Presence presence) {
        return BackgroundWork.of(
                "forgetting who looked long ago", Duration.ofMinutes(5), Duration.ofHours(1), presence::forgetOld);
    }
}

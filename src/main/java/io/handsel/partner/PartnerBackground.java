package io.handsel.partner;

import io.handsel.engine.BackgroundWork;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module does by itself. */
@Configuration(proxyBeanMethods = false)
class PartnerBackground {

    @Bean
    BackgroundWork accessThatIsOverWork(PartnerAccess access) {
        return BackgroundWork.of(
                "ending the access of partners", Duration.ofMinutes(1), Duration.ofMinutes(1), access::endWhatIsOver);
    }
}

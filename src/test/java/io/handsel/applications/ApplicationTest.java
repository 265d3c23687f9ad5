package io.handsel.applications;

import io.handsel.MovableClock;
import io.handsel.deals.DealFixtures;
import io.handsel.dns.DnsServerConfiguration;
import io.handsel.recruitment.RecruitmentFixtures;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** Applications with everything real but the time; tests with this annotation share one application. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("test")
@Import({
    MovableClock.class,
    DealFixtures.class,
    ApplicationFixtures.class,
    ReluctantListener.class,
    DnsServerConfiguration.class,
    RecruitmentFixtures.class
})
public @interface ApplicationTest {}

package io.handsel.onboarding;

import io.handsel.MovableClock;
import io.handsel.StatementCount;
import io.handsel.deals.DealFixtures;
import io.handsel.recruitment.RecruitmentFixtures;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** Onboarding with everything real but the time; tests with this annotation share one application. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("test")
@Import({
    MovableClock.class,
    DealFixtures.class,
    OnboardingFixtures.class,
    RecruitmentFixtures.class,
    StatementCount.class
})
public @interface OnboardingTest {}

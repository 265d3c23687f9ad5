package io.handsel.deals.process;

import io.handsel.MovableClock;
import io.handsel.deals.DealFixtures;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** Runs the deal processes with everything real but the time; tests with this annotation share one application. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@ActiveProfiles("test")
@Import({MovableClock.class, DealFixtures.class, DealDesk.class})
@interface DealProcessTest {}

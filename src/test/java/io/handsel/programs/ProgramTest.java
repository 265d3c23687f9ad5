package io.handsel.programs;

import io.handsel.MovableClock;
import io.handsel.deals.DealFixtures;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test of a real program's rules, expressed by tables, diagrams and forms alone. All such tests share one application
 * in which all these programs have been published beside the standard one.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("test")
@Import({MovableClock.class, DealFixtures.class, ProgramWorld.class})
@interface ProgramTest {}

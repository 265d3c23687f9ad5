package io.handsel.journey;

import io.handsel.PostgresDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test that walks through the whole application as the demonstration shows it: jobs run, and the people of the
 * demonstration use browsers. All journeys share one application, so each keeps to customers of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        // Cheap hashes; production takes the defaults.
        properties = "handsel.security.argon2-memory-in-kib=64")
@ActiveProfiles("demo")
@ContextConfiguration(initializers = Journey.Database.class)
@ExtendWith(Visitors.Browsers.class)
@interface Journey {

    /** Not a property source of each class: that would start an application for each of them. */
    class Database implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext application) {
            TestPropertyValues.of(
                            "spring.datasource.url=" + PostgresDatabase.create().url(),
                            "spring.datasource.username=postgres",
                            "spring.datasource.password=postgres")
                    .applyTo(application);
        }
    }
}

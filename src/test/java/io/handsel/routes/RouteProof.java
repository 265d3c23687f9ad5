package io.handsel.routes;

import io.handsel.MovableClock;
import io.handsel.PostgresDatabase;
import io.handsel.deals.DealFixtures;
import io.handsel.recruitment.RecruitmentFixtures;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** One application on one PostgreSQL with one {@link RouteWorld}, for every proof that is generated from the routes. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@ContextConfiguration(initializers = RouteProof.OnPostgres.class)
@Import({
    MovableClock.class,
    DealFixtures.class,
    RecruitmentFixtures.class,
    Routes.class,
    Rows.class,
    RouteWorld.class,
    Ids.class,
    Recipes.class
})
@interface RouteProof {

    class OnPostgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "spring.datasource.url=" + PostgresDatabase.create().url(),
                            "spring.datasource.username=postgres",
                            "spring.datasource.password=postgres",
                            // All visitors come from one address, and try more links than anybody may.
                            "handsel.security.guesses-by-link=1000000")
                    .applyTo(context);
        }
    }
}

package example;

import io.handsel.security.Actor;
import io.handsel.security.CurrentActor;
import io.handsel.security.OrganisationId;
import io.handsel.security.PersonId;
import io.handsel.security.Role;
import io.handsel.shell.HomeAction;
import io.handsel.shell.HomeCard;
import io.handsel.shell.NavigationEntry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The shell alone, with pages and entries of a module that does not exist. It lives outside {@code io.handsel}, so that
 * the application under test does not find it.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan({"example", "io.handsel.shell"})
public class ExampleApplication {

    public static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");

    public static Actor partner(Role role) {
        return new Actor(
                PersonId.create(),
                "Ana Alves",
                Set.of(role),
                OrganisationId.create(),
                null,
                Locale.GERMANY,
                ZoneId.of("Europe/Berlin"));
    }

    public static Actor staff(Role role) {
        return new Actor(
                PersonId.create(), "Max Meyer", Set.of(role), null, null, Locale.UK, ZoneId.of("Europe/London"));
    }

    public static Actor actor(Role role) {
        return Role.PARTNER.contains(role) ? partner(role) : staff(role);
    }

    @Bean
    Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Bean
    CurrentActor currentActor() {
        return () -> {
            var authentication = SecurityContextHolder.getContext().getAuthentication();
            @Nullable Object principal = authentication == null ? null : authentication.getPrincipal();
            return principal instanceof Actor actor ? Optional.of(actor) : Optional.empty();
        };
    }

    @Bean
    SecurityFilterChain everybody(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(routes -> routes.anyRequest().permitAll())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                                + "connect-src 'self'; form-action 'self'; base-uri 'none'")))
                .build();
    }

    @Bean
    NavigationEntry places() {
        return NavigationEntry.of("/example/second", "example.second", 20, Role.PARTNER);
    }

    @Bean
    NavigationEntry work() {
        return NavigationEntry.of("/example", "example.first", 10, Set.of(Role.PARTNER_SALES, Role.MANAGER))
                .counting(actor -> 1200);
    }

    @Bean
    HomeAction register() {
        return new HomeAction("/example/new", "example.register", 10, Set.of(Role.PARTNER_SALES));
    }

    @Bean
    HomeCard search() {
        return new HomeCard("example/cards :: search", -10, Set.of(Role.PARTNER_SALES), actor -> "none");
    }

    @Bean
    HomeCard mine() {
        return new HomeCard("example/cards :: mine", 10, Role.PARTNER, Actor::name);
    }
}

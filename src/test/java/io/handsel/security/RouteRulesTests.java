package io.handsel.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route says who may call it, and only they can. Generated from the routes, so that none is forgotten. */
@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("test")
@Import(RouteRulesTests.Forgetful.class)
class RouteRulesTests {

    @Autowired
    List<RequestMappingHandlerMapping> mappings;

    @Autowired
    MockMvcTester mvc;

    @TestFactory
    Stream<DynamicTest> every_route_says_who_may_call_it() {
        return routes().map(route -> dynamicTest(
                route.toString(),
                () -> assertThat(RouteRules.rule(route.handler()))
                        .as("%s states one of @Allow, @AllowSignedIn and @AllowAnyone", route.handler())
                        .isPresent()));
    }

    @TestFactory
    Stream<DynamicTest> nobody_reaches_a_route_without_the_right_role() {
        return routes().filter(route -> !(RouteRules.rule(route.handler()).orElse(null) instanceof AllowAnyone))
                .flatMap(route -> Stream.concat(
                        Stream.of(dynamicTest(route + " by a stranger", () -> strangerIsAskedToSignIn(route))),
                        refusedRoles(route)
                                .map(role -> dynamicTest(route + " as " + role, () -> isForbidden(route, role)))));
    }

    @Test
    void a_handler_that_states_no_rule_serves_nobody() {
        for (var role : Role.values()) {
            assertThat(mvc.get().uri("/forgotten").with(SignedIn.with(role))).hasStatus(403);
        }
        assertThat(mvc.get().uri("/forgotten")).hasStatus3xxRedirection();
    }

    @Test
    void what_does_not_exist_is_not_found_for_whoever_is_signed_in_and_nothing_to_others() {
        assertThat(mvc.get().uri("/no/such/page").with(SignedIn.with(Role.MANAGER)))
                .hasStatus(404);
        assertThat(mvc.get().uri("/no/such/page").accept(MediaType.TEXT_HTML)).hasStatus3xxRedirection();
    }

    @Test
    void health_is_open_and_nothing_else_of_the_machinery() {
        assertThat(mvc.get().uri("/actuator/health")).hasStatusOk();
        assertThat(mvc.get().uri("/actuator").with(SignedIn.with(Role.MANAGER))).hasStatus(403);
        assertThat(mvc.get().uri("/actuator/env")).hasStatus3xxRedirection();
    }

    @Test
    void a_rule_on_the_method_counts_before_the_one_on_its_controller() throws Exception {
        assertThat(RouteRules.rule(new HandlerMethod(new Mixed(), "open"))).containsInstanceOf(AllowAnyone.class);
        assertThat(RouteRules.rule(new HandlerMethod(new Mixed(), "inherited"))).containsInstanceOf(Allow.class);
        assertThat(RouteRules.rule(new HandlerMethod(new Mixed(), "contradictory")))
                .isEmpty();
    }

    private void strangerIsAskedToSignIn(Route route) {
        assertThat(mvc.method(route.method()).uri(route.example()).with(csrf()).accept(MediaType.TEXT_HTML))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .startsWith("/sign-in");
    }

    private void isForbidden(Route route, Role role) {
        assertThat(mvc.method(route.method()).uri(route.example()).with(csrf()).with(SignedIn.with(role)))
                .hasStatus(403);
    }

    private static Stream<Role> refusedRoles(Route route) {
        return RouteRules.rule(route.handler()).orElse(null) instanceof Allow allow
                ? Arrays.stream(Role.values())
                        .filter(role -> !Set.of(allow.value()).contains(role))
                : Stream.empty();
    }

    private Stream<Route> routes() {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(RouteRulesTests::isOurs)
                .flatMap(RouteRulesTests::routes);
    }

    private static boolean isOurs(Map.Entry<RequestMappingInfo, HandlerMethod> entry) {
        var type = entry.getValue().getBeanType();
        return type.getName().startsWith("io.handsel.") && type != Forgetful.class;
    }

    private static Stream<Route> routes(Map.Entry<RequestMappingInfo, HandlerMethod> entry) {
        var methods = entry.getKey().getMethodsCondition().getMethods().stream()
                .map(method -> method.asHttpMethod())
                .collect(Collectors.toSet());
        return entry.getKey().getPatternValues().stream()
                .flatMap(pattern -> (methods.isEmpty() ? Set.of(HttpMethod.GET) : methods)
                        .stream().map(method -> new Route(method, pattern, entry.getValue())));
    }

    private record Route(HttpMethod method, String pattern, HandlerMethod handler) {

        /** An address of this route, with something in every gap. */
        String example() {
            return pattern.replaceAll("\\{\\*[^}]+}", "x")
                    .replaceAll("\\{\\w+:(\\w+)\\|[^}]*}", "$1")
                    .replaceAll("\\{[^}]+}", "00000000-0000-0000-0000-000000000000")
                    .replace("**", "x");
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    /** A controller whose author forgot the rule. */
    @RestController
    static class Forgetful {

        @GetMapping("/forgotten")
        String forgotten() {
            return "should never be read";
        }
    }

    @Allow(Role.OPERATOR)
    static class Mixed {

        @AllowAnyone(because = "a test")
        public void open() {}

        public void inherited() {}

        @AllowAnyone(because = "a test")
        @AllowSignedIn
        public void contradictory() {}
    }
}

package io.handsel.routes;

import io.handsel.security.Allow;
import io.handsel.security.AllowAnyone;
import io.handsel.security.AllowSignedIn;
import io.handsel.security.Role;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route of the application, as the dispatcher knows it. */
public final class Routes {

    private static final Pattern CHOICE = Pattern.compile("\\{\\w+:(\\w+(?:\\|\\w+)+)}");

    private final List<Route> all;

    public Routes(List<RequestMappingHandlerMapping> mappings) {
        all = mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(entry -> entry.getValue().getBeanType().getPackageName().matches("io\\.handsel\\.\\w+\\.web"))
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .flatMap(Routes::alternatives)
                        .flatMap(pattern -> entry.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> new Route(method.asHttpMethod(), pattern, entry.getValue()))))
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
    }

    public List<Route> all() {
        return all;
    }

    public Stream<Route> reading() {
        return all.stream().filter(route -> route.method().equals(HttpMethod.GET));
    }

    Stream<Route> changing() {
        return all.stream().filter(route -> !route.method().equals(HttpMethod.GET));
    }

    /** A path that names its alternatives is as many routes. */
    private static Stream<String> alternatives(String pattern) {
        var choice = CHOICE.matcher(pattern);
        return choice.find()
                ? Arrays.stream(choice.group(1).split("\\|"))
                        .flatMap(word -> alternatives(
                                pattern.substring(0, choice.start()) + word + pattern.substring(choice.end())))
                : Stream.of(pattern);
    }

    public record Route(HttpMethod method, String pattern, HandlerMethod handler) {

        private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

        public boolean hasVariables() {
            return VARIABLE.matcher(pattern).find();
        }

        /** The pattern up to its last variable: whose id goes there is one question for all routes that begin so. */
        public String subject() {
            return pattern.substring(0, pattern.lastIndexOf('}') + 1);
        }

        /** The path with these ids in its variables, one after the other. */
        public String path(List<String> ids) {
            var filled = new StringBuilder();
            var variable = VARIABLE.matcher(pattern);
            for (int i = 0; variable.find(); i++) {
                variable.appendReplacement(filled, Matcher.quoteReplacement(ids.get(i)));
            }
            return variable.appendTail(filled).toString();
        }

        boolean isOpen() {
            return rule() instanceof AllowAnyone;
        }

        /** Whether somebody with this role may call it; null for somebody who is not signed in. */
        public boolean admits(@Nullable Role role) {
            return isOpen() || role != null && roles().contains(role);
        }

        Set<Role> roles() {
            return rule() instanceof Allow allow ? Set.of(allow.value()) : EnumSet.allOf(Role.class);
        }

        private Annotation rule() {
            return Stream.of(handler.getMethod(), handler.getBeanType())
                    .map(place -> Stream.of(Allow.class, AllowSignedIn.class, AllowAnyone.class)
                            .flatMap(kind -> Stream.ofNullable(
                                    (Annotation) AnnotatedElementUtils.findMergedAnnotation(place, kind)))
                            .toList())
                    .filter(rules -> !rules.isEmpty())
                    .findFirst()
                    .filter(rules -> rules.size() == 1)
                    .map(rules -> rules.get(0))
                    .orElseThrow(() -> new AssertionError(this + " does not state one rule"));
        }

        /** The names this handler reads from the address or a form, as far as its signature says. */
        List<String> parameters() {
            var names = new ArrayList<String>();
            for (var parameter : handler.getMethodParameters()) {
                var asked = parameter.getParameterAnnotation(RequestParam.class);
                var type = parameter.getParameterType();
                if (asked != null) {
                    parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
                    names.add(
                            !asked.name().isEmpty()
                                    ? asked.name()
                                    : !asked.value().isEmpty() ? asked.value() : parameter.getParameterName());
                } else if (type.isRecord() && parameter.getParameterAnnotations().length <= 2) {
                    Arrays.stream(type.getRecordComponents()).forEach(component -> names.add(component.getName()));
                }
            }
            return names;
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }
}
